"""Wilayah, pengukuran, dan survei."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    _create_batch()
    _create_identitas()
    _create_lapisan_peta()
    _create_periode()
    _create_sumber()
    _create_versi_topik()
    _create_kumpulan_data()
    _create_survei()
    _create_wilayah()
    _create_batas()
    _create_pemetaan_nama()
    _create_pengukuran()
    _create_wilayah_kerja()


def downgrade() -> None:
    """Take the schema back."""
    with op.batch_alter_table("wilayah_kerja", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wilayah_kerja_desa_code"))

    op.drop_table("wilayah_kerja")
    with op.batch_alter_table("pengukuran", schema=None) as batch_op:
        batch_op.drop_index("ix_pengukuran_unit")
        batch_op.drop_index(batch_op.f("ix_pengukuran_batch_id"))

    op.drop_table("pengukuran")
    op.drop_table("pemetaan_nama")
    with op.batch_alter_table("batas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_batas_batch_id"))

    op.drop_table("batas")
    with op.batch_alter_table("wilayah", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wilayah_parent_code"))
        batch_op.drop_index("ix_wilayah_level_code")
        batch_op.drop_index(batch_op.f("ix_wilayah_bps_code"))

    op.drop_table("wilayah")
    op.drop_table("survei")
    op.drop_table("kumpulan_data")
    op.drop_table("versi_topik")
    op.drop_table("sumber")
    op.drop_table("periode")
    with op.batch_alter_table("lapisan_peta", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lapisan_peta_content_hash"))

    op.drop_table("lapisan_peta")
    op.drop_table("identitas")
    with op.batch_alter_table("batch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_batch_file_sha256"))

    op.drop_table("batch")


def _create_batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor impor"),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="Jenis isi berkas"),
        sa.Column(
            "file_name", sa.String(length=255), nullable=False, comment="Nama berkas tanpa folder"
        ),
        sa.Column("file_sha256", sa.String(length=64), nullable=False, comment="Sidik isi berkas"),
        sa.Column("options", sa.JSON(), nullable=False, comment="Pilihan saat impor"),
        sa.Column("report", sa.JSON(), nullable=False, comment="Temuan dan jumlahnya"),
        sa.Column("row_count", sa.Integer(), nullable=False, comment="Baris data yang disimpan"),
        sa.Column(
            "status", sa.String(length=24), nullable=False, comment="Berlaku atau sudah digantikan"
        ),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True, comment="Impor yang menggantikan"),
        sa.Column("imported_by", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column(
            "imported_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu simpan (UTC)"
        ),
        sa.CheckConstraint(
            "kind IN ('wilayah', 'pengukuran', 'survei', 'padanan', 'demo')",
            name=op.f("ck_batch_kind"),
        ),
        sa.CheckConstraint(
            "status IN ('berlaku', 'sebagian digantikan', 'digantikan')",
            name=op.f("ck_batch_status"),
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"], ["batch.id"], name=op.f("fk_batch_replaced_by_id_batch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
        comment="Satu baris satu impor: berkas, pelaku, waktu, jumlah, status",
    )
    with op.batch_alter_table("batch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_batch_file_sha256"), ["file_sha256"], unique=False)


def _create_identitas() -> None:
    op.create_table(
        "identitas",
        sa.Column("key", sa.String(length=40), nullable=False, comment="Nama butir"),
        sa.Column("value", sa.String(length=255), nullable=False, comment="Isi butir"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_identitas")),
        comment="Jati diri basis data ini: demo atau nyata",
    )


def _create_lapisan_peta() -> None:
    op.create_table(
        "lapisan_peta",
        sa.Column(
            "scope_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kabupaten, provinsi, atau ID yang digambar",
        ),
        sa.Column(
            "level", sa.String(length=12), nullable=False, comment="Tingkat wilayah di dalamnya"
        ),
        sa.Column(
            "content_hash",
            sa.String(length=64),
            nullable=False,
            comment="Sidik isi, bagian dari alamatnya",
        ),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="JSON ringkas, gzip"),
        sa.Column(
            "codes",
            sa.String(),
            nullable=False,
            comment="Kode wilayah menurut urutan gambar, dipisah koma",
        ),
        sa.PrimaryKeyConstraint("scope_code", "level", name=op.f("pk_lapisan_peta")),
        comment="Geometri siap kirim ke peramban, satu baris satu lapisan",
    )
    with op.batch_alter_table("lapisan_peta", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lapisan_peta_content_hash"), ["content_hash"], unique=False
        )


def _create_periode() -> None:
    op.create_table(
        "periode",
        sa.Column(
            "label", sa.String(length=12), nullable=False, comment="2025-08, 2025 (ansit), 2025-S1"
        ),
        sa.Column(
            "kind",
            sa.String(length=12),
            nullable=False,
            comment="pengukuran, ansit, semester, atau survei",
        ),
        sa.Column(
            "first_day", sa.String(length=10), nullable=False, comment="Hari pertama, TTTT-BB-HH"
        ),
        sa.Column(
            "last_day",
            sa.String(length=10),
            nullable=False,
            comment="Tanggal batas data, TTTT-BB-HH",
        ),
        sa.PrimaryKeyConstraint("label", name=op.f("pk_periode")),
        comment="Periode beserta jenis dan tanggal batas datanya",
    )


def _create_sumber() -> None:
    op.create_table(
        "sumber",
        sa.Column("name", sa.String(length=60), nullable=False, comment="Nama sumber"),
        sa.Column("kind", sa.String(length=12), nullable=False, comment="rutin atau survei"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_sumber")),
        comment="Sumber data; satu deret tidak pernah mencampur sumber",
    )


def _create_versi_topik() -> None:
    op.create_table(
        "versi_topik",
        sa.Column("topic", sa.String(length=20), nullable=False, comment="Topik"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor versi"),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_versi_topik")),
        comment="Nomor versi tiap topik, naik pada setiap perubahan",
    )


def _create_kumpulan_data() -> None:
    op.create_table(
        "kumpulan_data",
        sa.Column("topic", sa.String(length=20), nullable=False, comment="Jenis data"),
        sa.Column("source", sa.String(length=60), nullable=False, comment="Sumber data"),
        sa.Column("period", sa.String(length=12), nullable=False, comment="Periode"),
        sa.Column(
            "kabupaten_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kabupaten/kota",
        ),
        sa.Column(
            "grain",
            sa.String(length=12),
            nullable=False,
            comment="Tingkat terkecil yang dicatat: desa, puskesmas, kecamatan, kabupaten",
        ),
        sa.Column(
            "data_date",
            sa.String(length=40),
            nullable=True,
            comment="Tanggal tarikan data menurut berkas",
        ),
        sa.ForeignKeyConstraint(
            ["period"], ["periode.label"], name=op.f("fk_kumpulan_data_period_periode")
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["sumber.name"], name=op.f("fk_kumpulan_data_source_sumber")
        ),
        sa.PrimaryKeyConstraint(
            "topic", "source", "period", "kabupaten_code", name=op.f("pk_kumpulan_data")
        ),
        comment="Tingkat pencatatan tiap sumber x periode x kabupaten",
    )


def _create_survei() -> None:
    op.create_table(
        "survei",
        sa.Column("source", sa.String(length=60), nullable=False, comment="Nama survei"),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun survei"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah, ID untuk seluruh Indonesia",
        ),
        sa.Column(
            "prevalensi_pct", sa.Double(), nullable=False, comment="Prevalensi stunting, persen"
        ),
        sa.Column(
            "bawah_pct", sa.Double(), nullable=True, comment="Batas bawah selang 95 %, persen"
        ),
        sa.Column("atas_pct", sa.Double(), nullable=True, comment="Batas atas selang 95 %, persen"),
        sa.Column("batch_id", sa.Integer(), nullable=False, comment="Impor asal"),
        sa.CheckConstraint(
            "atas_pct IS NULL OR atas_pct >= prevalensi_pct", name=op.f("ck_survei_batas_atas")
        ),
        sa.CheckConstraint(
            "bawah_pct IS NULL OR bawah_pct <= prevalensi_pct", name=op.f("ck_survei_batas_bawah")
        ),
        sa.CheckConstraint("prevalensi_pct BETWEEN 0 AND 100", name=op.f("ck_survei_persen")),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_survei_batch_id_batch")),
        sa.ForeignKeyConstraint(["source"], ["sumber.name"], name=op.f("fk_survei_source_sumber")),
        sa.PrimaryKeyConstraint("source", "year", "wilayah_code", name=op.f("pk_survei")),
        comment="Perkiraan survei (SSGI, SKI, Riskesdas) per wilayah dan tahun",
    )


def _create_wilayah() -> None:
    op.create_table(
        "wilayah",
        sa.Column(
            "code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode Kemendagri bertitik",
        ),
        sa.Column("name", sa.String(length=120), nullable=False, comment="Nama resmi"),
        sa.Column("level", sa.String(length=12), nullable=False, comment="Tingkat"),
        sa.Column(
            "kind",
            sa.String(length=20),
            nullable=False,
            comment="Jenis: desa, kelurahan, desa adat, kabupaten, kota, ...",
        ),
        sa.Column(
            "parent_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah di atasnya",
        ),
        sa.Column(
            "bps_code",
            sa.String(length=12),
            nullable=True,
            comment="Kode BPS, hanya dari tabel padanan",
        ),
        sa.Column("time_zone", sa.String(length=4), nullable=True, comment="WIB, WITA, atau WIT"),
        sa.Column("valid_from", sa.Date(), nullable=True, comment="Berlaku sejak"),
        sa.Column(
            "valid_until", sa.Date(), nullable=True, comment="Berlaku sampai, bila sudah berakhir"
        ),
        sa.Column("batch_id", sa.Integer(), nullable=False, comment="Impor asal"),
        sa.CheckConstraint(
            "level IN ('provinsi', 'kabupaten', 'kecamatan', 'desa', 'puskesmas')",
            name=op.f("ck_wilayah_level"),
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_wilayah_batch_id_batch")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_wilayah")),
        comment="Wilayah administrasi dan puskesmas menurut kode Kemendagri",
    )
    with op.batch_alter_table("wilayah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wilayah_bps_code"), ["bps_code"], unique=False)
        batch_op.create_index("ix_wilayah_level_code", ["level", "code"], unique=False)
        batch_op.create_index(batch_op.f("ix_wilayah_parent_code"), ["parent_code"], unique=False)


def _create_batas() -> None:
    op.create_table(
        "batas",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("geometry", sa.LargeBinary(), nullable=False, comment="Geometri WKB penuh"),
        sa.Column("area_km2", sa.Double(), nullable=False, comment="Luas, kilometer persegi"),
        sa.Column(
            "batch_id", sa.Integer(), nullable=False, comment="Impor asal: sumber dan tanggal"
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_batas_batch_id_batch")),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_batas_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("wilayah_code", name=op.f("pk_batas")),
        comment="Batas wilayah yang sudah diperbaiki saat impor (WGS 84)",
    )
    with op.batch_alter_table("batas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_batas_batch_id"), ["batch_id"], unique=False)


def _create_pemetaan_nama() -> None:
    op.create_table(
        "pemetaan_nama",
        sa.Column(
            "scope_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kabupaten",
        ),
        sa.Column(
            "parent_name",
            sa.String(length=120),
            nullable=False,
            comment="Nama kecamatan menurut berkas",
        ),
        sa.Column(
            "name", sa.String(length=120), nullable=False, comment="Nama wilayah menurut berkas"
        ),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah yang dimaksud",
        ),
        sa.Column(
            "batch_id", sa.Integer(), nullable=False, comment="Impor yang membawa kepastian ini"
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_pemetaan_nama_batch_id_batch")
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_pemetaan_nama_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("scope_code", "parent_name", "name", name=op.f("pk_pemetaan_nama")),
        comment="Ejaan berkas yang sudah dipastikan orang",
    )


def _create_pengukuran() -> None:
    op.create_table(
        "pengukuran",
        sa.Column("source", sa.String(length=60), nullable=False, comment="Sumber data"),
        sa.Column(
            "period", sa.String(length=12), nullable=False, comment="Bulan pengukuran, TTTT-BB"
        ),
        sa.Column(
            "unit_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa, puskesmas, kecamatan, atau kabupaten yang mencatat",
        ),
        sa.Column("sasaran_jiwa", sa.Integer(), nullable=True, comment="Balita sasaran pengukuran"),
        sa.Column("sangat_pendek_jiwa", sa.Integer(), nullable=True, comment="TB/U sangat pendek"),
        sa.Column("pendek_jiwa", sa.Integer(), nullable=True, comment="TB/U pendek"),
        sa.Column("normal_jiwa", sa.Integer(), nullable=True, comment="TB/U normal"),
        sa.Column("tinggi_jiwa", sa.Integer(), nullable=True, comment="TB/U tinggi"),
        sa.Column(
            "outlier_jiwa", sa.Integer(), nullable=True, comment="TB/U pencilan, di luar hitungan"
        ),
        sa.Column("stunting_jiwa", sa.Integer(), nullable=True, comment="Sangat pendek + pendek"),
        sa.Column(
            "diukur_jiwa",
            sa.Integer(),
            nullable=True,
            comment="Empat kelas tanpa pencilan; kosong bila sumber tak mencatatnya",
        ),
        sa.Column("batch_id", sa.Integer(), nullable=False, comment="Impor asal"),
        sa.CheckConstraint(
            "(sasaran_jiwa IS NULL OR sasaran_jiwa >= 0) AND (sangat_pendek_jiwa IS NULL OR sangat_pendek_jiwa >= 0) AND (pendek_jiwa IS NULL OR pendek_jiwa >= 0) AND (normal_jiwa IS NULL OR normal_jiwa >= 0) AND (tinggi_jiwa IS NULL OR tinggi_jiwa >= 0) AND (outlier_jiwa IS NULL OR outlier_jiwa >= 0) AND (stunting_jiwa IS NULL OR stunting_jiwa >= 0) AND (diukur_jiwa IS NULL OR diukur_jiwa >= 0)",
            name=op.f("ck_pengukuran_tak_negatif"),
        ),
        sa.CheckConstraint(
            "sangat_pendek_jiwa IS NULL OR pendek_jiwa IS NULL OR normal_jiwa IS NULL OR tinggi_jiwa IS NULL OR diukur_jiwa = sangat_pendek_jiwa + pendek_jiwa + normal_jiwa + tinggi_jiwa",
            name=op.f("ck_pengukuran_diukur_jumlah_kelas"),
        ),
        sa.CheckConstraint(
            "sangat_pendek_jiwa IS NULL OR pendek_jiwa IS NULL OR stunting_jiwa = sangat_pendek_jiwa + pendek_jiwa",
            name=op.f("ck_pengukuran_stunting_jumlah_kelas"),
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batch.id"], name=op.f("fk_pengukuran_batch_id_batch")
        ),
        sa.ForeignKeyConstraint(
            ["period"], ["periode.label"], name=op.f("fk_pengukuran_period_periode")
        ),
        sa.ForeignKeyConstraint(
            ["source"], ["sumber.name"], name=op.f("fk_pengukuran_source_sumber")
        ),
        sa.ForeignKeyConstraint(
            ["unit_code"], ["wilayah.code"], name=op.f("fk_pengukuran_unit_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("source", "period", "unit_code", name=op.f("pk_pengukuran")),
        comment="Balita diukur menurut tinggi badan menurut umur; pencilan tidak ikut diukur",
    )
    with op.batch_alter_table("pengukuran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pengukuran_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index("ix_pengukuran_unit", ["unit_code", "source", "period"], unique=False)


def _create_wilayah_kerja() -> None:
    op.create_table(
        "wilayah_kerja",
        sa.Column(
            "puskesmas_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode puskesmas",
        ),
        sa.Column(
            "desa_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa",
        ),
        sa.Column("valid_from", sa.Date(), nullable=True, comment="Berlaku sejak"),
        sa.Column("valid_until", sa.Date(), nullable=True, comment="Berlaku sampai"),
        sa.ForeignKeyConstraint(
            ["desa_code"], ["wilayah.code"], name=op.f("fk_wilayah_kerja_desa_code_wilayah")
        ),
        sa.ForeignKeyConstraint(
            ["puskesmas_code"],
            ["wilayah.code"],
            name=op.f("fk_wilayah_kerja_puskesmas_code_wilayah"),
        ),
        sa.PrimaryKeyConstraint("puskesmas_code", "desa_code", name=op.f("pk_wilayah_kerja")),
        comment="Desa yang dilayani tiap puskesmas",
    )
    with op.batch_alter_table("wilayah_kerja", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wilayah_kerja_desa_code"), ["desa_code"], unique=False)
