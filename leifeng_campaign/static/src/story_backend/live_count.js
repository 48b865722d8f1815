import { Component, onMounted, onWillUnmount, useState, xml } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

// as tools/essay_text.py: a wide character counts 1, so does a word or number of half width
const WIDE =
    "\\u00b7\\u2010-\\u2027\\u2030-\\u205e\\u2100-\\u2bff\\u2e80-\\u2fff\\u3001-\\ud7ff" +
    "\\ue000-\\ufaff\\ufe10-\\ufe1f\\ufe30-\\ufe6f\\uff01-\\uffef\\u{16fe0}-\\u{3ffff}";
const COUNTED = new RegExp(`[${WIDE}]|[^\\s${WIDE}]+`, "gu");

/** Counts the characters of the text beside it while one types. */
export class LiveCount extends Component {
    static template = xml`<span t-esc="state.count" />`;
    static props = { ...standardWidgetProps };

    setup() {
        this.state = useState({ count: this.props.record.data.character_count });
        onMounted(() => (this.timer = setInterval(() => this.look(), 500)));
        onWillUnmount(() => clearInterval(this.timer));
    }

    look() {
        const text = document.querySelector(".o_field_widget[name=body] .odoo-editor-editable");
        const count = text
            ? (text.innerText.match(COUNTED) || []).length
            : this.props.record.data.character_count;
        if (count !== this.state.count) {
            this.state.count = count;
        }
    }
}

registry.category("view_widgets").add("leifeng_live_count", {
    component: LiveCount,
    fieldDependencies: [{ name: "character_count", type: "integer" }],
});
