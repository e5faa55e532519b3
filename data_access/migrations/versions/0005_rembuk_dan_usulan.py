"""Rembuk, usulan, dan komitmen."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    "rembuk",
    "apresiasi",
    "koreksi_rapat",
    "peserta_rembuk",
    "prioritas_rembuk",
    "usulan",
    "bahasan_usulan",
    "komitmen",
    "tautan_usulan",
    "tempat_usulan",
)


def upgrade() -> None:
    """Bring the schema forward."""
    _create_rembuk()
    _create_apresiasi()
    _create_koreksi_rapat()
    _create_peserta_rembuk()
    _create_prioritas_rembuk()
    _create_usulan()
    _create_bahasan_usulan()
    _create_komitmen()
    _create_tautan_usulan()
    _create_tempat_usulan()


def downgrade() -> None:
    """Take the schema back."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_rembuk() -> None:
    op.create_table(
        "rembuk",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor rapat"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode kecamatan, kabupaten/kota, atau provinsi",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column(
            "kind",
            sa.String(length=16),
            nullable=False,
            comment="rembuk, pra-musrenbang, rapat-ansit",
        ),
        sa.Column("state", sa.String(length=10), nullable=False, comment="dibuka atau ditutup"),
        sa.Column("held_on", sa.Date(), nullable=True, comment="Tanggal rapat"),
        sa.Column("place", sa.String(length=200), nullable=True, comment="Tempat rapat"),
        sa.Column(
            "chair_name", sa.String(length=120), nullable=True, comment="Nama pimpinan rapat"
        ),
        sa.Column(
            "chair_office", sa.String(length=160), nullable=True, comment="Jabatan pimpinan rapat"
        ),
        sa.Column(
            "participant_count", sa.Integer(), nullable=True, comment="Jumlah peserta yang hadir"
        ),
        sa.Column("agenda", sa.Text(), nullable=True, comment="Agenda"),
        sa.Column(
            "document_number",
            sa.String(length=120),
            nullable=True,
            comment="Nomor berita acara menurut daerah",
        ),
        sa.Column(
            "frozen",
            sa.JSON(),
            nullable=True,
            comment="Potret angka yang ditayangkan; kosong bila belum dibekukan",
        ),
        sa.Column(
            "frozen_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="Waktu potret dibekukan (UTC)",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "kind IN ('rembuk', 'pra-musrenbang', 'rapat-ansit')", name=op.f("ck_rembuk_kind")
        ),
        sa.CheckConstraint("state IN ('dibuka', 'ditutup')", name=op.f("ck_rembuk_state")),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_rembuk_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rembuk")),
        comment="Rapat: rembuk stunting, pra-musrenbang, rapat analisis situasi",
    )
    with op.batch_alter_table("rembuk", schema=None) as batch_op:
        batch_op.create_index("ix_rembuk_wilayah", ["wilayah_code", "year"], unique=False)


def _create_apresiasi() -> None:
    op.create_table(
        "apresiasi",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor apresiasi"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah rapat",
        ),
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat"),
        sa.Column("receiver", sa.String(length=200), nullable=False, comment="Penerima"),
        sa.Column("reason", sa.Text(), nullable=False, comment="Alasan"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_apresiasi_rembuk_id_rembuk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apresiasi")),
        comment="Apresiasi bagi perangkat, lembaga, atau pelaku",
    )
    with op.batch_alter_table("apresiasi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apresiasi_rembuk_id"), ["rembuk_id"], unique=False)


def _create_koreksi_rapat() -> None:
    op.create_table(
        "koreksi_rapat",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor koreksi"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah rapat",
        ),
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat"),
        sa.Column("period", sa.String(length=12), nullable=False, comment="Periode angka"),
        sa.Column(
            "unit_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode desa",
        ),
        sa.Column("item_code", sa.String(length=4), nullable=False, comment="Kode butir"),
        sa.Column(
            "old_value", sa.Integer(), nullable=True, comment="Angka semula; kosong bila belum ada"
        ),
        sa.Column("new_value", sa.Integer(), nullable=False, comment="Angka sesudah dikoreksi"),
        sa.Column(
            "asked_by", sa.String(length=160), nullable=False, comment="Yang meminta koreksi"
        ),
        sa.Column("evidence", sa.Text(), nullable=False, comment="Bukti atau dasar"),
        sa.Column("corrected_by", sa.String(length=120), nullable=False, comment="Pelaku"),
        sa.Column(
            "corrected_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu (UTC)"
        ),
        sa.ForeignKeyConstraint(
            ["period"], ["periode.label"], name=op.f("fk_koreksi_rapat_period_periode")
        ),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_koreksi_rapat_rembuk_id_rembuk")
        ),
        sa.ForeignKeyConstraint(
            ["unit_code"], ["wilayah.code"], name=op.f("fk_koreksi_rapat_unit_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_koreksi_rapat")),
        sa.UniqueConstraint(
            "rembuk_id", "period", "unit_code", "item_code", name="uq_koreksi_rapat_sel"
        ),
        comment="Perbaikan angka dalam rapat",
    )


def _create_peserta_rembuk() -> None:
    op.create_table(
        "peserta_rembuk",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor peserta"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah rapat",
        ),
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat"),
        sa.Column(
            "element",
            sa.String(length=120),
            nullable=False,
            comment="Unsur: camat, kepala desa, ...",
        ),
        sa.Column("name", sa.String(length=120), nullable=True, comment="Nama"),
        sa.Column("office", sa.String(length=160), nullable=True, comment="Jabatan atau instansi"),
        sa.Column(
            "is_present", sa.Boolean(), nullable=True, comment="Hadir; kosong bila belum dicatat"
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_peserta_rembuk_rembuk_id_rembuk")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peserta_rembuk")),
        comment="Peserta rapat menurut unsurnya",
    )
    with op.batch_alter_table("peserta_rembuk", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_peserta_rembuk_rembuk_id"), ["rembuk_id"], unique=False
        )


def _create_prioritas_rembuk() -> None:
    op.create_table(
        "prioritas_rembuk",
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat"),
        sa.Column("item_code", sa.String(length=4), nullable=False, comment="Kode layanan"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah rapat",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="Catatan kesepakatan"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_prioritas_rembuk_rembuk_id_rembuk")
        ),
        sa.PrimaryKeyConstraint("rembuk_id", "item_code", name=op.f("pk_prioritas_rembuk")),
        comment="Layanan prioritas yang disepakati rapat",
    )


def _create_usulan() -> None:
    op.create_table(
        "usulan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor urut dalam basis data"),
        sa.Column(
            "number",
            sa.String(length=40),
            nullable=False,
            comment="Nomor usulan: kode wilayah/tahun/urut",
        ),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah yang mengusulkan",
        ),
        sa.Column("year", sa.Integer(), nullable=False, comment="Tahun siklus"),
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat asal"),
        sa.Column(
            "masalah_id",
            sa.Integer(),
            nullable=True,
            comment="Nomor masalah analisis situasi yang dijawab; kosong bila tidak ada",
        ),
        sa.Column("activity", sa.Text(), nullable=False, comment="Uraian kegiatan"),
        sa.Column("item_code", sa.String(length=4), nullable=True, comment="Layanan yang disasar"),
        sa.Column("target_group", sa.String(length=80), nullable=True, comment="Kelompok sasaran"),
        sa.Column("cause", sa.Text(), nullable=True, comment="Penyebab yang dijawab"),
        sa.Column(
            "agency", sa.String(length=20), nullable=True, comment="Singkatan perangkat pelaksana"
        ),
        sa.Column("volume", sa.Double(), nullable=True, comment="Volume"),
        sa.Column("unit", sa.String(length=100), nullable=True, comment="Satuan"),
        sa.Column("amount_idr", sa.BigInteger(), nullable=True, comment="Anggaran, rupiah penuh"),
        sa.Column("fund", sa.String(length=120), nullable=True, comment="Sumber dana"),
        sa.Column("execution_year", sa.Integer(), nullable=True, comment="Tahun pelaksanaan"),
        sa.Column(
            "bidang",
            sa.String(length=10),
            nullable=True,
            comment="fisik (prasarana), sosbud (sosial budaya), ekonomi",
        ),
        sa.Column("priority", sa.Integer(), nullable=True, comment="Nomor prioritas"),
        sa.Column(
            "decision",
            sa.String(length=12),
            nullable=False,
            comment="belum, disepakati, ditunda, ditolak (rapat asal)",
        ),
        sa.Column("decision_reason", sa.Text(), nullable=True, comment="Alasan keputusan"),
        sa.Column(
            "fate",
            sa.String(length=12),
            nullable=True,
            comment="terakomodir, sebagian, tidak; kosong bila belum dicocokkan",
        ),
        sa.Column("fate_reason", sa.Text(), nullable=True, comment="Alasan nasib usulan"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "bidang IS NULL OR bidang IN ('fisik', 'sosbud', 'ekonomi')",
            name=op.f("ck_usulan_bidang"),
        ),
        sa.CheckConstraint(
            "decision IN ('belum', 'disepakati', 'ditunda', 'ditolak')",
            name=op.f("ck_usulan_decision"),
        ),
        sa.CheckConstraint(
            "fate IS NULL OR fate IN ('terakomodir', 'sebagian', 'tidak')",
            name=op.f("ck_usulan_fate"),
        ),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_usulan_rembuk_id_rembuk")
        ),
        sa.ForeignKeyConstraint(
            ["wilayah_code"], ["wilayah.code"], name=op.f("fk_usulan_wilayah_code_wilayah")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usulan")),
        sa.UniqueConstraint("number", name=op.f("uq_usulan_number")),
        comment="Usulan kegiatan dari rapat, dengan keputusan dan nasibnya",
    )
    with op.batch_alter_table("usulan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_usulan_rembuk_id"), ["rembuk_id"], unique=False)
        batch_op.create_index("ix_usulan_wilayah", ["wilayah_code", "year"], unique=False)


def _create_bahasan_usulan() -> None:
    op.create_table(
        "bahasan_usulan",
        sa.Column("usulan_id", sa.Integer(), nullable=False, comment="Usulan"),
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat yang membahas"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah rapat",
        ),
        sa.Column(
            "decision",
            sa.String(length=12),
            nullable=False,
            comment="belum, disepakati, ditunda, ditolak",
        ),
        sa.Column("reason", sa.Text(), nullable=True, comment="Alasan"),
        sa.Column("priority", sa.Integer(), nullable=True, comment="Nomor prioritas di rapat ini"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.CheckConstraint(
            "decision IN ('belum', 'disepakati', 'ditunda', 'ditolak')",
            name=op.f("ck_bahasan_usulan_decision"),
        ),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_bahasan_usulan_rembuk_id_rembuk")
        ),
        sa.ForeignKeyConstraint(
            ["usulan_id"], ["usulan.id"], name=op.f("fk_bahasan_usulan_usulan_id_usulan")
        ),
        sa.PrimaryKeyConstraint("usulan_id", "rembuk_id", name=op.f("pk_bahasan_usulan")),
        comment="Pembahasan usulan di rapat yang lebih tinggi",
    )


def _create_komitmen() -> None:
    op.create_table(
        "komitmen",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor komitmen"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode wilayah rapat",
        ),
        sa.Column("rembuk_id", sa.Integer(), nullable=False, comment="Rapat"),
        sa.Column(
            "usulan_id",
            sa.Integer(),
            nullable=True,
            comment="Usulan yang dijanjikan; kosong bila umum",
        ),
        sa.Column(
            "party",
            sa.String(length=16),
            nullable=False,
            comment="Pihak: kepala_daerah, dprd, opd, ...",
        ),
        sa.Column("office", sa.String(length=160), nullable=True, comment="Jabatan atau instansi"),
        sa.Column("name", sa.String(length=120), nullable=True, comment="Nama penanda tangan"),
        sa.Column("statement", sa.Text(), nullable=False, comment="Isi komitmen"),
        sa.Column("due_on", sa.Date(), nullable=True, comment="Tenggat"),
        sa.Column(
            "state", sa.String(length=10), nullable=False, comment="belum, berjalan, selesai, batal"
        ),
        sa.Column("evidence", sa.Text(), nullable=True, comment="Bukti atau keterangan"),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.Column("updated_by", sa.String(length=120), nullable=False, comment="Pelaku terakhir"),
        sa.Column(
            "updated_at", sa.DateTime(timezone=True), nullable=False, comment="Waktu terakhir (UTC)"
        ),
        sa.CheckConstraint(
            "party IN ('kepala_daerah', 'dprd', 'opd', 'camat', 'kepala_desa', 'lainnya')",
            name=op.f("ck_komitmen_party"),
        ),
        sa.CheckConstraint(
            "state IN ('belum', 'berjalan', 'selesai', 'batal')", name=op.f("ck_komitmen_state")
        ),
        sa.ForeignKeyConstraint(
            ["rembuk_id"], ["rembuk.id"], name=op.f("fk_komitmen_rembuk_id_rembuk")
        ),
        sa.ForeignKeyConstraint(
            ["usulan_id"], ["usulan.id"], name=op.f("fk_komitmen_usulan_id_usulan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_komitmen")),
        comment="Komitmen pihak-pihak dalam rapat dan tindak lanjutnya",
    )
    with op.batch_alter_table("komitmen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_komitmen_rembuk_id"), ["rembuk_id"], unique=False)
        batch_op.create_index("ix_komitmen_wilayah", ["wilayah_code", "state"], unique=False)


def _create_tautan_usulan() -> None:
    op.create_table(
        "tautan_usulan",
        sa.Column("id", sa.Integer(), nullable=False, comment="Nomor tautan"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode pemilik anggaran",
        ),
        sa.Column("usulan_id", sa.Integer(), nullable=False, comment="Usulan"),
        sa.Column("potret_id", sa.Integer(), nullable=False, comment="Potret anggaran"),
        sa.Column(
            "subkegiatan_code", sa.String(length=24), nullable=False, comment="Kode subkegiatan"
        ),
        sa.Column(
            "line_key",
            sa.String(length=64),
            nullable=True,
            comment="Sidik baris belanja; kosong bila seluruh subkegiatan",
        ),
        sa.Column(
            "amount_idr",
            sa.BigInteger(),
            nullable=True,
            comment="Bagian baris bagi usulan ini, rupiah; kosong bila tidak dinyatakan",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="Nomor perubahan baris ini"),
        sa.ForeignKeyConstraint(
            ["potret_id"],
            ["potret_anggaran.id"],
            name=op.f("fk_tautan_usulan_potret_id_potret_anggaran"),
        ),
        sa.ForeignKeyConstraint(
            ["usulan_id"], ["usulan.id"], name=op.f("fk_tautan_usulan_usulan_id_usulan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tautan_usulan")),
        comment="Belanja yang memuat usulan",
    )
    with op.batch_alter_table("tautan_usulan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tautan_usulan_usulan_id"), ["usulan_id"], unique=False)


def _create_tempat_usulan() -> None:
    op.create_table(
        "tempat_usulan",
        sa.Column("usulan_id", sa.Integer(), nullable=False, comment="Usulan"),
        sa.Column(
            "wilayah_code",
            sa.String(length=16).with_variant(sa.String(length=16, collation="C"), "postgresql"),
            nullable=False,
            comment="Kode tempat",
        ),
        sa.ForeignKeyConstraint(
            ["usulan_id"], ["usulan.id"], name=op.f("fk_tempat_usulan_usulan_id_usulan")
        ),
        sa.PrimaryKeyConstraint("usulan_id", "wilayah_code", name=op.f("pk_tempat_usulan")),
        comment="Tempat usulan: desa, atau seluruh kecamatan",
    )
