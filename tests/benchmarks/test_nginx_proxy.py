"""The proxy of the load test is the one that an office is given."""

import pytest

from benchmarks.nginx_proxy import SITE, fill_in


def test_the_office_site_is_filled_in_for_this_computer() -> None:
    site = SITE.read_text(encoding="utf-8")
    filled = fill_in(site, {"127.0.0.1:8501": "127.0.0.1:50001"}, (50080, 50443))
    assert "server 127.0.0.1:50001" in filled
    assert "listen 127.0.0.1:50443 ssl" in filled
    assert "listen [::1]:50443 ssl" in filled
    assert ":443" not in filled.replace(":50443", "")


def test_a_site_that_has_changed_is_not_measured_by_mistake() -> None:
    with pytest.raises(ValueError, match=r"no longer holds"):
        fill_in("server {}", {"127.0.0.1:8501": "127.0.0.1:1"}, (1, 2))


def test_a_person_stays_with_one_process_by_the_cookie_that_we_set() -> None:
    site = SITE.read_text(encoding="utf-8")
    assert "$cookie_konvergensi_sesi" in site
    assert "hash $konvergensi_orang consistent;" in site
