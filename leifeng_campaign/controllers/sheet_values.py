"""Plain values of score sheets, as templates get them."""

from . import formats

URL = "/my/leifeng/sheets"


def panel_values(award, done, count, next_id):
    """Return what the list of panels shows of one."""
    closed = award.state != "judging" or bool(award.scoring_closed_on)
    until = award.date_judging
    return {
        "name": award.name,
        "progress": progress_text(award.env, done, count),
        "percent": 100 * done // count if count else 0,
        "until": "" if closed or not until else _until_text(award.env, until),
        "closed": closed,
        "all_url": f"{URL}/panel/{award.id}",
        "next_url": f"{URL}/{next_id}" if next_id and not closed else "",
    }


def progress_text(env, done, count):
    return env._("%(done)s of %(count)s done", done=done, count=count)


def _until_text(env, until):
    return env._("Please finish by %(date)s.", date=formats.long_date(env, until))


def _file_text(env, file):
    return env._("Proof %(name)s", name=file.name)


def _correction_text(sheet):
    return sheet.env._(
        "Correction, version %(number)s: %(reason)s",
        number=sheet.version,
        reason=sheet.correction_reason,
    )


def row_values(sheet):
    """Return a line of the list of a panel's sheets."""
    return {
        "code": sheet.code,
        "title": sheet.title,
        "state": sheet.state,
        "state_text": formats.label(sheet, "state"),
        "total": f"{sheet.total:.1f}" if sheet.state == "submitted" else "",
        "url": f"{URL}/{sheet.id}",
    }


def sheet_values(sheet):
    """Return the work and where the sheet stands; ``sheet``: of the visitor."""
    return {
        **row_values(sheet),
        "kind": sheet.kind,
        "body": sheet.body or "",
        "short": (sheet.facts or {}).get("short", ""),
        "facts": sheet._fact_rows(),
        "files": [
            # sudo: ir.attachment - names of files on a sheet that the visitor may read
            {"label": _file_text(sheet.env, file), "url": f"{URL}/{sheet.id}/file/{file.id}"}
            for file in sheet.sudo().file_ids
        ],
        "correction": _correction_text(sheet) if sheet.correction_reason else "",
        "comment": sheet.comment or "",
        "submitted": formats.moment_text(sheet.env, sheet.submitted_on, _tz(sheet))
        if sheet.submitted_on
        else "",
    }


def _tz(sheet):
    # sudo: res.company - the agency's time, for judges from outside as well
    return sheet.sudo().company_id.leifeng_tz


def criteria_values(sheet, typed):
    """Return the criteria that are scored, with what was typed, and what the computed are."""
    written = {line.criterion_id.id: f"{line.value:.1f}" for line in sheet.line_ids}
    return [
        {
            "id": each.id,
            "name": each.name,
            "description": each.description or "",
            "maximum": f"{each.weight:g}",
            "value": typed.get(str(each.id), "") if typed is not None else "",
            "written": written.get(each.id, ""),
        }
        for each in sheet._criteria()
    ]
