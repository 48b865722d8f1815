import { Component, useRef, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/**
 * Shows HTML as it looks and copies it with its looks. Inside an agency pages often come without
 * encryption, where browsers have no clipboard for scripts: what is selected is copied the old way.
 */
export class CopyHtmlField extends Component {
    static template = "leifeng_campaign.CopyHtmlField";
    static props = standardFieldProps;

    setup() {
        this.page = useRef("page");
        this.state = useState({ copied: false });
    }

    get html() {
        return this.props.record.data[this.props.name];
    }

    copy() {
        const selection = window.getSelection();
        selection.selectAllChildren(this.page.el);
        this.state.copied = document.execCommand("copy");
        selection.removeAllRanges();
    }
}

registry.category("fields").add("leifeng_copy_html", {
    component: CopyHtmlField,
    supportedTypes: ["html"],
});
