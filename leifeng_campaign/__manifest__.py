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
        # sessions, sheets, records; their forms need the wizards and papers that they open
        "report/leifeng_paper.xml",
        "report/leifeng_certificate_report.xml",
        "report/leifeng_service_record_report.xml",
        "report/leifeng_session_report.xml",
        "wizard/leifeng_session_layout_views.xml",
        "wizard/leifeng_session_change_views.xml",
        "wizard/leifeng_session_confirm_views.xml",
        "wizard/leifeng_session_person_views.xml",
        "wizard/leifeng_session_text_views.xml",
        "wizard/leifeng_service_record_correct_views.xml",
        "wizard/leifeng_service_correction_answer_views.xml",
        "wizard/leifeng_certificate_issue_views.xml",
        "views/leifeng_session_signup_views.xml",
        "views/leifeng_session_views.xml",
        "views/leifeng_service_post_views.xml",
        "views/leifeng_service_record_views.xml",
        "views/leifeng_service_correction_views.xml",
        "views/leifeng_certificate_views.xml",
        # portal
        "views/portal_layout.xml",
        "views/portal_home.xml",
        "views/portal_session.xml",
        "views/portal_signup.xml",
        "views/portal_record.xml",
        "views/portal_certificate.xml",
        "views/portal_message.xml",
        "views/portal_data.xml",
        "views/portal_check.xml",
        # wizards
        # reports
        # menus
        "views/leifeng_menus.xml",
    ],
    "assets": {
        "web.assets_frontend": ["leifeng_campaign/static/src/scss/portal.scss"],
        "web.assets_tests": ["leifeng_campaign/static/tests/tours/**/*"],
    },
    "application": True,
    "uninstall_hook": "uninstall_hook",
}
