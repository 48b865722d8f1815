import { registry } from "@web/core/registry";
import { CalendarController } from "@web/views/calendar/calendar_controller";
import { CalendarModel } from "@web/views/calendar/calendar_model";
import { CalendarSidePanel } from "@web/views/calendar/calendar_side_panel/calendar_side_panel";
import { calendarView } from "@web/views/calendar/calendar_view";
import { getColor } from "@web/views/calendar/utils";

/** What the colors say, beside the calendar: the standing of each session that it shows. */
export class SessionSidePanel extends CalendarSidePanel {
    static template = "leifeng_campaign.SessionSidePanel";

    get legend() {
        const { fields, records } = this.props.model;
        const words = Object.fromEntries([...fields.state.selection, ...fields.badge.selection]);
        const standings = new Map();
        for (const { rawRecord } of Object.values(records)) {
            standings.set(rawRecord.badge || rawRecord.state, getColor(rawRecord.color) || 0);
        }
        return Object.keys(words)
            .filter((standing) => standings.has(standing))
            .map((standing) => ({ standing, word: words[standing], color: standings.get(standing) }));
    }
}

export class SessionCalendarController extends CalendarController {
    static components = { ...CalendarController.components, CalendarSidePanel: SessionSidePanel };
}

/** The calendar's boxes say how full a session is; its form, dialogs and lists name it plainly. */
export class SessionCalendarModel extends CalendarModel {
    fetchRecords(data) {
        const { context, fieldNames, activeFields, resModel } = this.meta;
        const names = new Set([...fieldNames, ...Object.keys(activeFields)]);
        return this.orm.searchRead(resModel, this.computeDomain(data), [...names], {
            context: { ...context, leifeng_show_places: true },
        });
    }
}

registry.category("views").add("leifeng_session_calendar", {
    ...calendarView,
    Controller: SessionCalendarController,
    Model: SessionCalendarModel,
});
