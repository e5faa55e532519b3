-- Dua peran dan basis datanya. Dijalankan sekali sebagai postgres; sandinya diberikan sesudahnya.
-- Pemilik: membuat dan memperbarui susunan, mencadangkan. Aplikasi: bekerja, tanpa hak atas riwayat.
CREATE ROLE konvergensi_pemilik LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 10;
CREATE ROLE konvergensi_aplikasi LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 70;
CREATE DATABASE konvergensi OWNER konvergensi_pemilik TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE konvergensi FROM PUBLIC;
GRANT CONNECT ON DATABASE konvergensi TO konvergensi_aplikasi;

-- Aplikasi tidak boleh menunggu atau menahan tanpa batas; perintah pemilik (impor, migrasi) boleh lama.
ALTER ROLE konvergensi_aplikasi SET statement_timeout = '60s';
ALTER ROLE konvergensi_aplikasi SET lock_timeout = '15s';
ALTER ROLE konvergensi_aplikasi SET idle_in_transaction_session_timeout = '60s';
