{
    "name": "Lei Feng Campaign",
    "summary": "An agency's yearly Lei Feng campaign: plan, volunteer shifts, service records",
    "version": "19.0.1.0.0",
    "category": "Human Resources",
    "author": "leifeng_campaign contributors",
    "license": "LGPL-3",
    "depends": ["hr", "portal"],
    "external_dependencies": {
        "python": ["OpenCC", "chinesecalendar", "python-docx"],
    },
    "data": [
        # files are listed in the order in which they need each other, menus last
        "security/leifeng_groups.xml",
        "security/ir.model.access.csv",
        "security/leifeng_campaign_security.xml",
        "security/leifeng_session_security.xml",
        "security/leifeng_service_security.xml",
        "security/leifeng_journal_security.xml",
        "data/ir_cron_data.xml",
        # views
        # portal
        # wizards
        # reports
        # menus
        "views/leifeng_menus.xml",
    ],
    "application": True,
    "uninstall_hook": "uninstall_hook",
}
