"""The weekly digest as a paper (Word, PDF), as one page of HTML, and as plain text."""

from collections.abc import Iterator
from html import escape

from analysis.alerts import SEVERITIES, Alert
from app.alert_figures import read_rules
from app.alert_words import write_alert, write_counts, write_since
from app.coverage_words import name_period
from app.digest_figures import Digest
from app.documents.meeting_papers import make_columns
from app.documents.paper import Block, Heading, Numbered, Paper, Paragraph, Table
from app.format import format_count, format_date, format_number, format_period
from app.text import peringatan as text

_WIDTHS = (5, 18, 60, 17)
_STYLE = (
    "body{font-family:Arial,sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem;"
    "color:#222;line-height:1.45}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:1.5rem}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.4rem;"
    "text-align:left;vertical-align:top}th{background:#f0f0f0}.kecil{color:#555;font-size:.9rem}"
)


def write_subject(digest: Digest) -> str:
    """The subject of the e-mail."""
    return text.DIGEST_SUBJECT.format(name=digest.name, date=format_date(digest.today))


def name_file(digest: Digest, form: str) -> str:
    """The file's name: "ringkasan_99.01_2026-11-21.pdf"."""
    stem = text.DIGEST_FILE.format(code=digest.code, date=digest.today.isoformat())
    return f"{stem}.{form}"


def make_paper(digest: Digest) -> Paper:
    """The digest as a paper."""
    blocks: list[Block] = [Paragraph(_write_intro(digest))]
    if digest.alerts:
        blocks.append(Paragraph(write_counts(list(digest.alerts)), strong=True))
    else:
        blocks.append(Paragraph(text.DIGEST_NONE))
    for severity, rows in _group(digest):
        columns = make_columns(text.DIGEST_COLUMNS, _WIDTHS)
        blocks += [Heading(_head(severity)), Table(columns, tuple(rows))]
    coming = _list_coming(digest)
    if coming:
        blocks += [Heading(text.DIGEST_COMING), Numbered(tuple(coming))]
    blocks.append(Heading(text.DIGEST_SOURCE))
    blocks += [Paragraph(line, small=True) for line in _list_notes(digest)]
    return Paper(
        titles=(text.DIGEST_TITLE, digest.name, format_date(digest.today)),
        blocks=tuple(blocks),
        marks=(text.DEMO,) if digest.is_demo else (),
        footer=text.DIGEST_FOOTER.format(name=digest.name),
    )


def write_html(digest: Digest) -> str:
    """The digest as one page of HTML that needs nothing else; also the body of the e-mail."""
    parts = [f"<h1>{escape(text.DIGEST_TITLE)} · {escape(digest.name)}</h1>"]
    if digest.is_demo:
        parts.append(_paragraph(text.DEMO, strong=True))
    parts.append(_paragraph(_write_intro(digest)))
    counts = write_counts(list(digest.alerts)) if digest.alerts else text.DIGEST_NONE
    parts.append(_paragraph(counts, strong=True))
    for severity, rows in _group(digest):
        head = "".join(f'<th scope="col">{escape(each)}</th>' for each in text.DIGEST_COLUMNS)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
        )
        parts.append(f"<h2>{escape(_head(severity))}</h2>")
        parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
    coming = _list_coming(digest)
    if coming:
        items = "".join(f"<li>{escape(each)}</li>" for each in coming)
        parts.append(f"<h2>{escape(text.DIGEST_COMING)}</h2><ul>{items}</ul>")
    parts += [f'<p class="kecil">{escape(line)}</p>' for line in _list_notes(digest)]
    title = escape(write_subject(digest))
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )


def write_text(digest: Digest) -> str:
    """The digest as plain text, for mail programs that show nothing else."""
    lines = [f"{text.DIGEST_TITLE} · {digest.name}", ""]
    if digest.is_demo:
        lines += [text.DEMO, ""]
    lines += [_write_intro(digest), ""]
    lines.append(write_counts(list(digest.alerts)) if digest.alerts else text.DIGEST_NONE)
    for severity, rows in _group(digest):
        lines += ["", _head(severity).upper()]
        lines += [
            f"{number}. {what}: {_add_since(sentence, since)}"
            for number, what, sentence, since in rows
        ]
    coming = _list_coming(digest)
    if coming:
        lines += ["", text.DIGEST_COMING.upper(), *(f"- {each}" for each in coming)]
    return "\n".join([*lines, "", *_list_notes(digest), ""])


def _add_since(sentence: str, since: str) -> str:
    return text.SINCE.format(sentence=sentence, when=since) if since else sentence


def _write_intro(digest: Digest) -> str:
    return text.DIGEST_INTRO.format(name=digest.name, date=format_date(digest.today))


def _head(severity: str) -> str:
    word = text.SEVERITIES[severity]
    return word[0].upper() + word[1:]


def _paragraph(words: str, *, strong: bool = False) -> str:
    inner = f"<strong>{escape(words)}</strong>" if strong else escape(words)
    return f"<p>{inner}</p>"


def _group(digest: Digest) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Alerts by severity, as rows of the table; numbered through."""
    number = 0
    for severity in SEVERITIES:
        rows = []
        for alert in digest.alerts:
            if alert.severity == severity:
                number += 1
                rows.append(_write_row(digest, alert, number))
        if rows:
            yield severity, rows


def _write_row(digest: Digest, alert: Alert, number: int) -> tuple[str, ...]:
    sentence = write_alert(alert, digest.name_agency)
    return (format_count(number), text.KINDS[alert.kind], sentence, write_since(alert))


def _list_coming(digest: Digest) -> list[str]:
    return [
        text.DIGEST_COMING_ROW.format(
            stage=status.stage.name,
            region=status.place.name,
            due=format_date(status.deadline.due),
        )
        for status in digest.coming
        if status.deadline is not None
    ]


def _list_notes(digest: Digest) -> list[str]:
    rules = read_rules()
    services = name_period(digest.services) if digest.services else text.DIGEST_NO_SERVICES
    figures = text.DIGEST_NO_MEASURED.format(services=services)
    if digest.period is not None:
        compare = format_period(digest.compare) if digest.compare else ""
        figures = text.DIGEST_FIGURES.format(
            source=digest.source,
            period=format_period(digest.period),
            compare=text.DIGEST_COMPARE.format(period=compare) if compare else "",
            services=services,
        )
    cut_offs = text.DIGEST_RULES.format(
        rise=format_number(rules.rise_points),
        own=format_number(rules.own_rise_points),
        fall=format_number(rules.fall_points),
        days=format_count(rules.commitment_days),
    )
    return [figures, cut_offs, text.DIGEST_SIGN]
