"""The glossary: one source, read as it stands."""

from app.glossary import FILE, read_glossary, search


def test_every_line_of_the_file_is_a_term_with_its_meaning() -> None:
    terms = read_glossary()
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line.startswith("| ")]
    assert len(terms) == len([line for line in lines if not line.startswith("| Istilah")])
    assert (terms["term"] != "").all()
    assert (terms["meaning"] != "").all()
    assert not terms.duplicated(["section", "term"]).any()
    assert not terms["meaning"].str.contains("`").any()


def test_a_search_finds_terms_before_meanings_whatever_their_case() -> None:
    found = search(read_glossary(), " POIN persen ")
    assert found["term"].iloc[0] == "poin persen"
    assert "laju" in set(found["term"])
    assert search(read_glossary(), "xyz").empty
    assert len(search(read_glossary(), "")) == len(read_glossary())
