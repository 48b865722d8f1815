import { Component, onPatched, useExternalListener, useRef, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";

import { EssayCount } from "../essay/essay_count";

const PARTS = [
    "summary_facts",
    "summary_practices",
    "summary_results",
    "summary_problems",
    "summary_measures",
];

/** <widget name="leifeng_summary_count"/>: counts the five parts while one types. */
class SummaryCount extends Component {
    static template = "leifeng_campaign.SummaryCount";
    static props = ["*"];

    setup() {
        this.root = useRef("root");
        this.counter = new EssayCount(this.props.record.data.summary_count_rules);
        this.state = useState({ typed: {} });
        useExternalListener(window, "input", this.onInput.bind(this), { capture: true });
        onPatched(() => this.forget());
    }

    onInput({ target }) {
        const name = target.closest?.(".o_field_widget[name]")?.getAttribute("name");
        const same = target.closest?.(".o_form_view") === this.root.el?.closest(".o_form_view");
        if (same && PARTS.includes(name)) {
            this.state.typed = { ...this.state.typed, [name]: target.value };
        }
    }

    /** What was typed is the record's own when the field is left. */
    forget() {
        const data = this.props.record.data;
        const open = Object.entries(this.state.typed).filter(([name, text]) => data[name] !== text);
        if (open.length < Object.keys(this.state.typed).length) {
            this.state.typed = Object.fromEntries(open);
        }
    }

    get count() {
        const text = (name) => this.state.typed[name] ?? this.props.record.data[name] ?? "";
        return PARTS.reduce((sum, name) => sum + this.counter.of(text(name) || ""), 0);
    }

    get limit() {
        return this.props.record.data.summary_limit;
    }
}

registry.category("view_widgets").add("leifeng_summary_count", {
    component: SummaryCount,
    fieldDependencies: [
        { name: "summary_count_rules", type: "char" },
        { name: "summary_limit", type: "integer" },
    ],
});
