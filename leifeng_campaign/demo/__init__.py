"""The demo agency: invented, built around today through the product's own methods.

Nothing imports this package when Odoo loads the addon; whoever wants the demo calls ``build``.
"""

import logging

from odoo.fields import Date

from . import accounts, campaign, company, last_year, people, posts
from . import awards, feedback, hours, messages, offers, records, requests, service, study
from . import conference, publicity, summaries, traffic
from . import volunteer_numbers
from .agency import Agency

SHOWN = (study, service, traffic, offers, hours, records, requests, feedback, awards, publicity)
LATER = (summaries, conference, messages, volunteer_numbers)
PARTS = (company, people, posts, last_year, campaign, *SHOWN, *LATER)
BUILT = "leifeng_campaign.demo_built_on"  # system parameter: the day on which it was built

_logger = logging.getLogger(__name__)


def build(env, password=accounts.PASSWORD):
    """Build the demo agency in ``env.company``; does nothing where it was built before."""
    parameters = env["ir.config_parameter"]
    if parameters.get_param(BUILT):
        return
    agency = Agency(env)
    for number, part in enumerate(PARTS, 1):
        _logger.info("Building %s (%d/%d)", part.__name__.split(".")[-1], number, len(PARTS))
        part.build(agency)
    accounts.set_passwords(agency, password)
    parameters.set_param(BUILT, Date.to_string(agency.days.today))
