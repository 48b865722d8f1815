from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

# Items that wait: for a review by the office or a named colleague, to be published, for their
# writer. What is private waits for nobody. Columns as in ``leifeng_todo_award_sql``.
STORY_SQL = """
(WITH story AS (
    SELECT s.*, CASE WHEN channel_website OR channel_account THEN 3 ELSE 1 END
                <= CASE state WHEN 'first' THEN 1 WHEN 'second' THEN 2 WHEN 'final' THEN 3
                              ELSE 0 END AS reviewed,
           coalesce(final_on, second_on, first_on, offered_on) AS since
      FROM leifeng_story s
     WHERE NOT coalesce(private, false) AND offered_on IS NOT NULL
       AND state IN ('draft', 'first', 'second', 'final')
)
SELECT 35 AS source, CASE WHEN reviewed THEN 'story_publish' ELSE 'story_review' END AS kind, id,
       name, since, 'leifeng.story' AS res_model, campaign_id, company_id,
       NULL::int AS employee_id, true AS for_officer, id AS res_id, NULL::int AS actor_id,
       NULL::varchar AS role
  FROM story
UNION ALL
SELECT 36, 'story_review', 100000 * (s.id %% 50000) + r.res_users_id %% 100000, s.name, s.since,
       'leifeng.story', s.campaign_id, s.company_id, NULL, false, s.id, r.res_users_id, NULL
  FROM story s JOIN leifeng_story_reviewer_rel r ON r.leifeng_story_id = s.id
 WHERE NOT s.reviewed
UNION ALL
SELECT 37, 'story_returned', id, name, write_date, 'leifeng.story', campaign_id, company_id, NULL,
       false, id, writer_id, NULL
  FROM leifeng_story
 WHERE state = 'returned' AND NOT coalesce(private, false))
"""


class LeifengTodo(models.Model):
    """What publicity items wait for."""

    _inherit = "leifeng.todo"
    _depends = {
        "leifeng.story": [
            *("name", "state", "private", "offered_on", "campaign_id", "company_id", "writer_id"),
            *("channel_website", "channel_account", "first_on", "second_on", "final_on"),
            "reviewer_ids",
        ]
    }

    kind = fields.Selection(
        selection_add=[
            ("story_review", "Review the publicity item"),
            ("story_publish", "Publish the reviewed item"),
            ("story_returned", "Change the returned item"),
        ]
    )

    def _sources(self):
        return [*super()._sources(), SQL(STORY_SQL)]

    @api.model
    def _decidable_domain(self):
        """Override: nobody is asked to review what they wrote, what is about them, or twice."""
        items = Domain("kind", "=", "story_review")
        return super()._decidable_domain() & (
            ~items | Domain("res_id", "not in", self._own_items())
        )

    @api.model
    def _own_items(self):
        user = self.env.user
        mine = Domain("writer_id", "=", user.id) | Domain("editor_ids", "in", user.ids)
        for step in ("first", "second", "final"):
            mine |= Domain(f"{step}_by_id", "=", user.id)
        if person := user.employee_id:
            mine |= Domain("author_id", "=", person.id) | Domain("person_id", "=", person.id)
        waiting = Domain("state", "in", ("draft", "first", "second"))
        return self.env["leifeng.story"].search(waiting & mine).ids
