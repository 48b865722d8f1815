from odoo import models

from ..tools.official_lists import long_days_text
from ..tools.official_text import lines
from ..tools.summary_text import excerpts, objective_name, subject_of

NUMERALS = "一二三四五六七八九十"


class LeifengCampaign(models.Model):
    """What the summary says at first: figures, and departments' own words with their names."""

    _inherit = "leifeng.campaign"

    def _summary_texts(self):
        """Return {name of a part: its text}, each a paragraph a line."""
        figures = self._campaign_figures()
        return {
            "summary_overview": "\n".join(self._overview_lines(figures)),
            "summary_achievements": "\n".join(self._achievement_lines(figures)),
            "summary_honors": "\n".join(self._honor_lines()),
            "summary_problems": "\n".join(self._excerpt_lines("summary_problems")),
            "summary_next": "\n".join(self._next_lines()),
        }

    def _overview_lines(self, figures):
        days = long_days_text(self.date_start, self.date_stop)
        return [
            self.env._(
                "The campaign lasted: %(days)s. Of %(headcount)s people at work in %(departments)s "
                "departments, %(people)s took part, %(times)s times in all, in %(sessions)s "
                "sessions.",
                days=days,
                **figures,
            ),
            *(
                self._phase_line(phase, sums)
                for phase, sums in self._phase_figures().items()
                if sums["sessions"]
            ),
        ]

    def _phase_line(self, phase, figures):
        text = self.env._(
            "%(phase)s: %(sessions)s sessions, in which %(people)s people took part %(times)s "
            "times.",
            phase=phase.name,
            **figures,
        )
        return text + (self._hours_line(figures) if figures["hours"] != "0" else "")

    def _hours_line(self, figures):
        return self.env._(
            "Service hours: %(hours)s, of these within working hours: %(work_hours)s.", **figures
        )

    def _achievement_lines(self, figures):
        """Objective by objective with the facts on it, then what the departments say."""
        texts = []
        for number, objective in enumerate(lines(self.objectives)):
            texts.append(f"（{_numeral(number)}）{objective_name(objective)}")
            texts += self._facts_on(subject_of(objective), figures)
        practices = self._excerpt_lines("summary_practices")
        results = self._excerpt_lines("summary_results")
        if texts and practices + results:
            title = self.env._("What the departments did and achieved")
            texts.append(f"（{_numeral(len(lines(self.objectives)))}）{title}")
        return [*texts, *practices, *results]

    def _facts_on(self, subject, figures):
        facts = {
            "study": self._study_facts,
            "service": self._service_facts,
            "selection": self._selection_facts,
            "lasting": self._lasting_facts,
        }
        return facts[subject](figures) if subject else []

    def _study_facts(self, figures):
        text = self.env._(
            "%(study)s lectures, screenings and discussions were held, in which %(study_people)s "
            "people took part %(study_times)s times.",
            **figures,
        )
        essays = self.env._("%(essays)s essays came in.", **figures) if figures["essays"] else ""
        return [text + essays]

    def _service_facts(self, figures):
        text = self.env._(
            "%(shifts)s volunteer shifts were held; people served: %(people_served)s, materials "
            "handed out: %(materials)s.",
            **figures,
        )
        asked = self.env._("Service requests served: %(requests)s.", **figures)
        return [text + self._hours_line(figures) + asked + self._rating_text(figures)]

    def _rating_text(self, figures):
        if not figures["answers"]:
            return ""
        return self.env._(
            "The served answered %(answers)s times, with %(stars)s stars on average.", **figures
        )

    def _selection_facts(self, figures):
        text = self.env._("%(nominations)s people were nominated.", **figures)
        honors = self.env._("%(honors)s honors were granted.", **figures)
        return [text + honors if figures["honors"] else text]

    def _lasting_facts(self, _figures):
        posts = self.session_ids.post_id.sorted("id")
        names = "、".join(posts[:8].mapped("name"))
        return [
            self.env._(
                "Service took place at %(count)s posts: %(names)s.", count=len(posts), names=names
            )
        ]

    def _honor_lines(self):
        honors = self.env["leifeng.certificate"]
        groups = honors._read_group(
            self._honor_domain(), ["award_id"], ["__count"], order="award_id"
        )
        return [
            self.env._("“%(award)s”: %(count)s.", award=award.name, count=count)
            for award, count in groups
        ]

    def _next_lines(self):
        return [*lines(self.direction), *self._excerpt_lines("summary_measures")]

    def _excerpt_lines(self, name):
        """Return what the departments wrote in the part ``name``, cut, with the departments
        named, in the campaign's order; nothing of what is still being written."""
        parts = self.department_ids.filtered(
            lambda part: part.summary_state in ("submitted", "approved")
        )
        found, left_out = excerpts([(part.department_id.name, part[name]) for part in parts])
        texts = [
            self.env._("%(department)s: %(text)s", department=each, text=text)
            for each, text in found
        ]
        if left_out:
            texts.append(self.env._("(%(count)s more departments wrote on this.)", count=left_out))
        return texts


def _numeral(index):
    return NUMERALS[index] if index < len(NUMERALS) else str(index + 1)
