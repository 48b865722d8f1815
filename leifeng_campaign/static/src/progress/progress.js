import { Component, onWillStart, useState } from "@odoo/owl";
import { deserializeDate, deserializeDateTime, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { useSetupAction } from "@web/search/action_hook";
import { formatFloat } from "@web/views/fields/formatters";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { hoursChart, takingChart } from "./progress_charts";
import { ProgressChart } from "./progress_chart";

const STATE_COLORS = {
    closed: "success",
    approved: "success",
    granted: "success",
    current: "primary",
    past: "warning",
    returned: "warning",
    submitted: "info",
    head: "info",
};

/** How a campaign goes, on one page; every figure opens the list that it sums. */
export class Progress extends Component {
    static template = "leifeng_campaign.Progress";
    static components = { Layout, ProgressChart };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.display = { controlPanel: {} };
        this.state = useState({ progress: {} });
        useSetupAction({ getLocalState: () => ({ campaignId: this.campaignId }) });
        onWillStart(() => this.load(this.props.state?.campaignId || false));
    }

    /** One request for all that is shown. */
    async load(campaignId) {
        const progress = await this.orm.call("leifeng.campaign", "get_progress", [campaignId]);
        this.state.progress = progress;
    }

    choose(value) {
        return this.load(Number(value));
    }

    get progress() {
        return this.state.progress;
    }

    get campaignId() {
        return this.progress.campaign?.id || false;
    }

    get takingChart() {
        return takingChart(this.progress.taking);
    }

    get hoursChart() {
        return hoursChart(this.progress);
    }

    get headcount() {
        return this.progress.departments.reduce((sum, row) => sum + (row.headcount || 0), 0);
    }

    get seesEntries() {
        return this.progress.awards.some(({ entries }) => entries !== null);
    }

    get timesTitle() {
        return this.progress.taking.span === "day"
            ? _t("People Taking Part by Day")
            : _t("People Taking Part by Week");
    }

    get requestWords() {
        return {
            waiting: _t("Requests Waiting"),
            planned: _t("Requests Planned"),
            served: _t("Requests Served"),
        };
    }

    hours(value) {
        return formatFloat(value, { digits: [16, 1] });
    }

    date(value) {
        return value ? formatDate(deserializeDate(value)) : "";
    }

    day(moment) {
        return moment ? formatDate(deserializeDateTime(moment)) : "";
    }

    color(state) {
        return STATE_COLORS[state] || "secondary";
    }

    /** Open the list that the figure sums, of one department, kind, day … where `key` says so. */
    async open(figure, key = {}) {
        const words = [[this.campaignId], figure, key];
        this.action.doAction(await this.orm.call("leifeng.campaign", "open_progress", words));
    }

    openForm(model, id) {
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
        });
    }

    async decide(todoId) {
        this.action.doAction(await this.orm.call("leifeng.todo", "action_open", [[todoId]]));
    }

    openDay(index) {
        this.open("taking", { day: this.progress.taking.times[index].key });
    }

    openHours(index, dataset) {
        const row = this.hoursChart.rows[index];
        const category = this.progress.hours.categories[dataset].key;
        this.open("hours", { department: row.department, category });
    }
}

registry.category("actions").add("leifeng_campaign.progress", Progress);
