import { registry } from "@web/core/registry";
import { Component } from "@odoo/owl";

/** <widget name="leifeng_secrecy_notice"/>: stands wherever free text or a file is kept. */
class SecrecyNotice extends Component {
    static template = "leifeng_campaign.SecrecyNotice";
    static props = ["*"];
}

registry.category("view_widgets").add("leifeng_secrecy_notice", { component: SecrecyNotice });
