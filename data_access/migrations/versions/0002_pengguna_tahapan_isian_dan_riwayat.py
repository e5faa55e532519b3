"""Pengguna, tahapan, isian, dan riwayat."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KINDS = ("wilayah", "pengukuran", "survei", "padanan", "demo")
MORE_KINDS = (*KINDS, "isian", "pengguna")
STATES = ("berlaku", "sebagian digantikan", "digantikan")
MORE_STATES = (*STATES, "ditarik")


def upgrade() -> None:
    """Bring the schema forward."""
    _allow_batches(MORE_KINDS, MORE_STATES)
    _create_kunci_simpan()
    _create_lampiran()
    _create_pelaku_transaksi()
    _create_penanggung_jawab()
    _create_pengaturan()
    _create_pengguna()
    _create_perangkat_daerah()
    _create_percobaan_masuk()
    _create_riwayat()
    _create_tata_letak()
    _create_peran_pengguna()
    _create_sesi()
    _create_isian()
    _create_pengecualian_gerbang()
    _create_pernyataan()
    _create_tahapan()
    _create_langkah_tahapan()


def downgrade() -> None:
    """Take the schema back; imports of kinds that are unknown then lose their mark of it."""
    with op.batch_alter_table("langkah_tahapan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_langkah_tahapan_tahapan_id"))

    op.drop_table("langkah_tahapan")
    op.drop_table("tahapan")
    with op.batch_alter_table("pernyataan", schema=None) as batch_op:
        batch_op.drop_index("ix_pernyataan_tahun")

    op.drop_table("pernyataan")
    with op.batch_alter_table("pengecualian_gerbang", schema=None) as batch_op:
        batch_op.drop_index("ix_pengecualian_gerbang_tahap")

    op.drop_table("pengecualian_gerbang")
    with op.batch_alter_table("isian", schema=None) as batch_op:
        batch_op.drop_index("ix_isian_unit")
        batch_op.drop_index(batch_op.f("ix_isian_batch_id"))

    op.drop_table("isian")
    with op.batch_alter_table("sesi", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sesi_pengguna_id"))

    op.drop_table("sesi")
    with op.batch_alter_table("peran_pengguna", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_peran_pengguna_pengguna_id"))

    op.drop_table("peran_pengguna")
    op.drop_table("tata_letak")
    with op.batch_alter_table("riwayat", schema=None) as batch_op:
        batch_op.drop_index("ix_riwayat_wilayah")
        batch_op.drop_index("ix_riwayat_urusan")
        batch_op.drop_index("ix_riwayat_pelaku")
        batch_op.drop_index("ix_riwayat_baris")

    op.drop_table("riwayat")
    with op.batch_alter_table("percobaan_masuk", schema=None) as batch_op:
        batch_op.drop_index("ix_percobaan_masuk_akun")

    op.drop_table("percobaan_masuk")
    op.drop_table("perangkat_daerah")
    op.drop_table("pengguna")
    op.drop_table("pengaturan")
    op.drop_table("penanggung_jawab")
    op.drop_table("pelaku_transaksi")
    with op.batch_alter_table("lampiran", schema=None) as batch_op:
        batch_op.drop_index("ix_lampiran_pokok")

    op.drop_table("lampiran")
    op.drop_table("kunci_simpan")
    op.execute("UPDATE batch SET kind = 'demo' WHERE kind IN ('isian', 'pengguna')")
    op.execute("UPDATE batch SET status = 'digantikan' WHERE status = 'ditarik'")
    _allow_batches(KINDS, STATES)


def _allow_batches(kinds: tuple[str, ...], states: tuple[str, ...]) -> None:
    with op.batch_alter_table("batch") as batch_op:
        for name, rule in (("kind", f"kind IN {kinds!r}"), ("status", f"status IN {states!r}")):
            batch_op.drop_constraint(op.f(f"ck_batch_{name}"), type_="check")
            batch_op.create_check_constraint(op.f(f"ck_batch_{name}"), rule)


def _create_kunci_simpan() -> None:
    op.create_table(
        "kunci_simpan",
        sa.Column("key", sa.String(length=64), nullable=False, comment="Kunci formulir"),
        sa.Column(
            "content_sha256",
            sa.String(length=64),
            nullable=False,
            comment="Sidik isi yang disimpan",
        ),
        sa.Column("result", sa.JSON(), nullable=False, comment="Hasil simpan"),
        sa.Column("actor", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_kunci_simpan")),
        comment="Kunci tiap simpanan, supaya klik ganda tidak menulis dua kali",
    )


def _create_lampiran() -> None:
    op.create_table(
        "lampiran",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor lampiran"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah pemilik",
        ),
        sa.Column(
            "subject", sa.String(length=80), nullable=False, comment="Pokok, mis. tahapan:12"
        ),
        sa.Column("file_name", sa.String(length=200), nullable=False, comment="Nama berkas"),
        sa.Column(
            "media_type",
            sa.String(length=100),
            nullable=False,
            comment="Jenis isi menurut tanda awalnya",
        ),
        sa.Column("size_bytes", sa.Integer(), nullable=False, comment="Besar berkas, bita"),
        sa.Column("content_sha256", sa.String(length=64), nullable=False, comment="Sidik isi"),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="Isi berkas"),
        sa.Column("uploaded_by", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lampiran")),
        comment="Lampiran (PDF, JPG, PNG, DOCX, XLSX) beserta sidiknya",
    )
    with op.batch_alter_table("lampiran", schema=None) as batch_op:
        batch_op.create_index("ix_lampiran_pokok", ["subject"], unique=False)


def _create_pelaku_transaksi() -> None:
    op.create_table(
        "pelaku_transaksi",
        sa.Column("id", sa.Integer(), nullable=False, comment="Selalu 1"),
        sa.Column("actor", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column("change_id", sa.String(length=32), nullable=False, comment="Urusan"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pelaku_transaksi")),
        comment="Pelaku transaksi yang sedang berjalan; selalu kosong di luar",
    )


def _create_penanggung_jawab() -> None:
    op.create_table(
        "penanggung_jawab",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kabupaten/kota atau provinsi",
        ),
        sa.Column(
            "item_code",
            sa.String(length=4),
            nullable=False,
            comment="Kode butir: S01, I01, D01, ...",
        ),
        sa.Column(
            "agency", sa.String(length=20), nullable=False, comment="Singkatan perangkat daerah"
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.PrimaryKeyConstraint("wilayah_code", "item_code", name=op.f("pk_penanggung_jawab")),
        comment="Perangkat yang menjawab tiap sasaran, indikator, data dukung",
    )


def _create_pengaturan() -> None:
    op.create_table(
        "pengaturan",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column(
            "key",
            sa.String(length=60),
            nullable=False,
            comment="Nama nilai, mis. tenggat.kecamatan.ansit",
        ),
        sa.Column("value", sa.JSON(), nullable=False, comment="Nilai"),
        sa.Column("reason", sa.Text(), nullable=False, comment="Alasan atau dasar"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.PrimaryKeyConstraint("wilayah_code", "key", name=op.f("pk_pengaturan")),
        comment="Nilai yang diubah daerah dari acuan: tenggat, penyetuju, ...",
    )


def _create_pengguna() -> None:
    op.create_table(
        "pengguna",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor akun"),
        sa.Column("username", sa.String(length=60), nullable=False, comment="Nama akun"),
        sa.Column("name", sa.String(length=120), nullable=False, comment="Nama orang"),
        sa.Column("position", sa.String(length=120), nullable=True, comment="Jabatan"),
        sa.Column(
            "password_hash",
            sa.String(length=200),
            nullable=True,
            comment="Sidik sandi (argon2); tidak ikut dalam riwayat",
        ),
        sa.Column(
            "must_change", sa.Boolean(), nullable=False, comment="Sandi harus diganti saat masuk"
        ),
        sa.Column("active", sa.Boolean(), nullable=False, comment="Boleh masuk"),
        sa.Column(
            "is_demo",
            sa.Boolean(),
            nullable=False,
            comment="Akun demonstrasi, hanya dari komputer ini",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengguna")),
        sa.UniqueConstraint("username", name=op.f("uq_pengguna_username")),
        comment="Akun, satu untuk satu orang",
    )


def _create_perangkat_daerah() -> None:
    op.create_table(
        "perangkat_daerah",
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kabupaten/kota atau provinsi",
        ),
        sa.Column("code", sa.String(length=20), nullable=False, comment="Singkatan: dinkes"),
        sa.Column("name", sa.String(length=120), nullable=False, comment="Nama lengkap"),
        sa.PrimaryKeyConstraint("wilayah_code", "code", name=op.f("pk_perangkat_daerah")),
        comment="Perangkat daerah (OPD) menurut daerahnya",
    )


def _create_percobaan_masuk() -> None:
    op.create_table(
        "percobaan_masuk",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor percobaan"),
        sa.Column(
            "username", sa.String(length=60), nullable=False, comment="Nama akun yang dicoba"
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.Column("succeeded", sa.Boolean(), nullable=False, comment="Berhasil"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_percobaan_masuk")),
        comment="Percobaan masuk, untuk mengunci akun yang dicoba-coba",
    )
    with op.batch_alter_table("percobaan_masuk", schema=None) as batch_op:
        batch_op.create_index("ix_percobaan_masuk_akun", ["username", "at"], unique=False)


def _create_riwayat() -> None:
    op.create_table(
        "riwayat",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor urut"),
        sa.Column(
            "at", sa.DateTime(timezone=True), nullable=False, comment="Waktu transaksi (UTC)"
        ),
        sa.Column("actor", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column(
            "change_id", sa.String(length=32), nullable=False, comment="Satu urusan, satu transaksi"
        ),
        sa.Column("table_name", sa.String(length=40), nullable=False, comment="Tabel"),
        sa.Column(
            "row_key", sa.String(length=200), nullable=False, comment="Kunci baris, dipisah |"
        ),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=True,
            comment="Kode wilayah baris itu",
        ),
        sa.Column(
            "action", sa.String(length=8), nullable=False, comment="tambah, ubah, atau hapus"
        ),
        sa.Column("before", sa.JSON(), nullable=True, comment="Isi sebelum"),
        sa.Column("after", sa.JSON(), nullable=True, comment="Isi sesudah"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat")),
        comment="Setiap perubahan baris: siapa, kapan, sebelum, sesudah",
    )
    with op.batch_alter_table("riwayat", schema=None) as batch_op:
        batch_op.create_index("ix_riwayat_baris", ["table_name", "row_key"], unique=False)
        batch_op.create_index("ix_riwayat_pelaku", ["actor", "id"], unique=False)
        batch_op.create_index("ix_riwayat_urusan", ["change_id"], unique=False)
        batch_op.create_index("ix_riwayat_wilayah", ["wilayah_code", "id"], unique=False)


def _create_tata_letak() -> None:
    op.create_table(
        "tata_letak",
        sa.Column("kind", sa.String(length=20), nullable=False, comment="Jenis isi berkas"),
        sa.Column(
            "header_sha256",
            sa.String(length=64),
            nullable=False,
            comment="Sidik deretan judul kolom",
        ),
        sa.Column("mapping", sa.JSON(), nullable=False, comment="Judul kolom ke arti"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.PrimaryKeyConstraint("kind", "header_sha256", name=op.f("pk_tata_letak")),
        comment="Pemetaan kolom berkas yang dipastikan orang",
    )


def _create_peran_pengguna() -> None:
    op.create_table(
        "peran_pengguna",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor peran"),
        sa.Column("pengguna_id", sa.Integer(), nullable=False, comment="Akun yang memegang"),
        sa.Column("role", sa.String(length=20), nullable=False, comment="Peran"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah tugas; ID seluruhnya",
        ),
        sa.Column(
            "agency",
            sa.String(length=20),
            nullable=False,
            comment="Perangkat: setcam, puskesmas, plkb, dinkes, ...; kosong bila tak perlu",
        ),
        sa.Column("sk_number", sa.String(length=120), nullable=True, comment="Nomor SK penetapan"),
        sa.Column("sk_date", sa.Date(), nullable=True, comment="Tanggal SK penetapan"),
        sa.CheckConstraint(
            "role IN ('pimpinan', 'anggota_tpps', 'operator', 'verifikator', 'penyetuju', 'bappeda', 'admin')",
            name=op.f("ck_peran_pengguna_role"),
        ),
        sa.ForeignKeyConstraint(
            ["pengguna_id"], ["pengguna.id"], name=op.f("fk_peran_pengguna_pengguna_id_pengguna")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peran_pengguna")),
        sa.UniqueConstraint(
            "pengguna_id", "role", "wilayah_code", "agency", name="uq_peran_pengguna_sama"
        ),
        comment="Peran orang di suatu wilayah, bagi suatu perangkat",
    )
    with op.batch_alter_table("peran_pengguna", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_peran_pengguna_pengguna_id"), ["pengguna_id"], unique=False
        )


def _create_sesi() -> None:
    op.create_table(
        "sesi",
        sa.Column(
            "token_hash", sa.String(length=64), nullable=False, comment="Sidik SHA-256 token"
        ),
        sa.Column("pengguna_id", sa.Integer(), nullable=False, comment="Akun yang masuk"),
        sa.Column(
            "created_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu masuk (UTC)"
        ),
        sa.Column(
            "expires_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu habis (UTC)"
        ),
        sa.Column(
            "ended_at", sa.DateTime(timezone=True), nullable=True, comment="Waktu keluar (UTC)"
        ),
        sa.ForeignKeyConstraint(
            ["pengguna_id"], ["pengguna.id"], name=op.f("fk_sesi_pengguna_id_pengguna")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sesi")),
        comment="Sesi masuk; hanya sidik tokennya yang disimpan",
    )
    with op.batch_alter_table("sesi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sesi_pengguna_id"), ["pengguna_id"], unique=False)


def _create_isian() -> None:
    op.create_table(
        "isian",
        sa.Column(
            "period", sa.String(length=12), nullable=False, comment="2025 (ansit), 2025-S1, 2025-S2"
        ),
        sa.Column(
            "unit_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa atau unit yang mencatat",
        ),
        sa.Column(
            "item_code",
            sa.String(length=4),
            nullable=False,
            comment="Kode butir: S01, I01, D01, ...",
        ),
        sa.Column(
            "value",
            sa.Integer(),
            nullable=True,
            comment="Jumlah menurut satuan butir; kosong bila dikosongkan kembali",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan sel ini"),
        sa.Column(
            "batch_id", sa.Integer(), nullable=True, comment="Impor asal; kosong bila diketik"
        ),
        sa.CheckConstraint("value IS NULL OR value >= 0", name=op.f("ck_isian_tak_negatif")),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=op.f("fk_isian_batch_id_batch")),
        sa.ForeignKeyConstraint(
            ["period"], ["periode.label"], name=op.f("fk_isian_period_periode")
        ),
        sa.ForeignKeyConstraint(
            ["unit_code"], ["wilayah.code"], name=op.f("fk_isian_unit_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("period", "unit_code", "item_code", name=op.f("pk_isian")),
        comment="Jumlah sasaran, capaian, dan data dukung tiap desa dan periode",
    )
    with op.batch_alter_table("isian", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_isian_batch_id"), ["batch_id"], unique=False)
        batch_op.create_index("ix_isian_unit", ["unit_code", "period"], unique=False)


def _create_pengecualian_gerbang() -> None:
    op.create_table(
        "pengecualian_gerbang",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("stage", sa.String(length=40), nullable=False, comment="Tahapan"),
        sa.Column("reason", sa.Text(), nullable=False, comment="Alasan"),
        sa.Column("actor", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.ForeignKeyConstraint(
            ["wilayah_code"],
            ["wilayah.code"],
            name=op.f("fk_pengecualian_gerbang_wilayah_code_wilayah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengecualian_gerbang")),
        comment="Tahapan yang diizinkan jalan sebelum wilayah di bawahnya selesai",
    )
    with op.batch_alter_table("pengecualian_gerbang", schema=None) as batch_op:
        batch_op.create_index(
            "ix_pengecualian_gerbang_tahap", ["wilayah_code", "year", "stage"], unique=False
        )


def _create_pernyataan() -> None:
    op.create_table(
        "pernyataan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("text", sa.Text(), nullable=False, comment="Bunyi pernyataan"),
        sa.Column("actor", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_pernyataan_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pernyataan")),
        comment="Pernyataan Bappeda bahwa data dari bawah menjadi data resmi",
    )
    with op.batch_alter_table("pernyataan", schema=None) as batch_op:
        batch_op.create_index("ix_pernyataan_tahun", ["wilayah_code", "year"], unique=False)


def _create_tahapan() -> None:
    op.create_table(
        "tahapan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor bagian tahapan"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kecamatan, kabupaten/kota, atau provinsi",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column(
            "stage", sa.String(length=40), nullable=False, comment="Tahapan, menurut acuan tahapan"
        ),
        sa.Column(
            "part",
            sa.String(length=20),
            nullable=False,
            comment="Perangkat yang mengisi bagian ini",
        ),
        sa.Column("state", sa.String(length=16), nullable=False, comment="Keadaan"),
        sa.Column("note", sa.Text(), nullable=True, comment="Catatan pengembalian atau pembukaan"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "state IN ('draf', 'diajukan', 'terverifikasi', 'disetujui', 'dikembalikan')",
            name=op.f("ck_tahapan_state"),
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_tahapan_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tahapan")),
        sa.UniqueConstraint("wilayah_code", "year", "stage", "part", name="uq_tahapan_bagian"),
        comment="Keadaan tiap bagian tahapan menurut wilayah dan tahun",
    )


def _create_langkah_tahapan() -> None:
    op.create_table(
        "langkah_tahapan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor langkah"),
        sa.Column("tahapan_id", sa.Integer(), nullable=False, comment="Bagian tahapan"),
        sa.Column("from_state", sa.String(length=16), nullable=False, comment="Dari keadaan"),
        sa.Column("to_state", sa.String(length=16), nullable=False, comment="Ke keadaan"),
        sa.Column("note", sa.Text(), nullable=True, comment="Catatan atau alasan"),
        sa.Column("actor", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"),
        sa.ForeignKeyConstraint(
            ["tahapan_id"], ["tahapan.id"], name=op.f("fk_langkah_tahapan_tahapan_id_tahapan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_langkah_tahapan")),
        comment="Langkah tiap bagian tahapan: siapa, kapan, mengapa",
    )
    with op.batch_alter_table("langkah_tahapan", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_langkah_tahapan_tahapan_id"), ["tahapan_id"], unique=False
        )
