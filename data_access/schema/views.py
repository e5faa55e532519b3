"""Read-only views for other programs: the shared database is others' source too."""

PREVALENSI = """
CREATE VIEW v_prevalensi AS
SELECT p.source AS sumber, p.period AS periode, p.unit_code AS kode, w.name AS nama,
       w.level AS tingkat, w.parent_code AS kode_induk, p.sasaran_jiwa,
       p.sangat_pendek_jiwa, p.pendek_jiwa, p.stunting_jiwa, p.diukur_jiwa,
       100.0 * p.stunting_jiwa / NULLIF(p.diukur_jiwa, 0) AS prevalensi_pct,
       100.0 * p.diukur_jiwa / NULLIF(p.sasaran_jiwa, 0) AS partisipasi_pct
FROM pengukuran AS p JOIN wilayah AS w ON w.code = p.unit_code
"""

SURVEI = """
CREATE VIEW v_survei AS
SELECT s.source AS sumber, s.year AS tahun, s.wilayah_code AS kode,
       CASE s.wilayah_code WHEN 'ID' THEN 'Indonesia' ELSE w.name END AS nama,
       s.prevalensi_pct, s.bawah_pct, s.atas_pct
FROM survei AS s LEFT JOIN wilayah AS w ON w.code = s.wilayah_code
"""

WILAYAH = """
CREATE VIEW v_wilayah AS
SELECT w.code AS kode, w.name AS nama, w.level AS tingkat, w.kind AS jenis,
       w.parent_code AS kode_induk, w.bps_code AS kode_bps, w.valid_from AS berlaku_sejak,
       w.valid_until AS berlaku_sampai, b.area_km2 AS luas_km2
FROM wilayah AS w LEFT JOIN batas AS b ON b.wilayah_code = w.code
"""

ANGGARAN = """
CREATE VIEW v_anggaran AS
SELECT b.id AS nomor_belanja, p.wilayah_code AS kode_daerah, p.year AS tahun, p.kind AS potret,
       k.name AS skpd, s.code AS kode_subkegiatan, s.name AS subkegiatan,
       b.account_code AS kode_rekening, b.description AS uraian, b.fund AS sumber_dana,
       b.volume, b.unit AS satuan, b.unit_price_idr AS harga_satuan_idr,
       b.total_idr AS jumlah_idr, b.realisation_idr AS realisasi_idr, b.status AS keadaan
FROM belanja AS b
JOIN subkegiatan AS s ON s.id = b.subkegiatan_id
JOIN skpd AS k ON k.id = s.skpd_id
JOIN potret_anggaran AS p ON p.id = s.potret_id
"""

PENANDAAN = """
CREATE VIEW v_penandaan AS
SELECT t.belanja_id AS nomor_belanja, t.item_code AS kode_layanan,
       t.target_group AS kelompok_sasaran, t.place_code AS kode_tempat,
       t.kind AS jenis_belanja, t.amount_idr AS bertanda_idr, t.is_divided AS dibagi_rata
FROM penandaan AS t
"""

VIEWS = {
    "v_anggaran": ANGGARAN,
    "v_penandaan": PENANDAAN,
    "v_prevalensi": PREVALENSI,
    "v_survei": SURVEI,
    "v_wilayah": WILAYAH,
}
