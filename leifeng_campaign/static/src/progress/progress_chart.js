import { Component, onWillStart, onWillUnmount, useEffect, useRef } from "@odoo/owl";
import { loadBundle } from "@web/core/assets";

/** A chart of Odoo's own Chart.js; a click on a bar or point tells which one it was. */
export class ProgressChart extends Component {
    static template = "leifeng_campaign.ProgressChart";
    static props = { config: Object, title: String, height: Number, onPick: Function };

    setup() {
        this.canvas = useRef("canvas");
        onWillStart(() => loadBundle("web.chartjs_lib"));
        useEffect(
            () => this.draw(),
            () => [JSON.stringify(this.props.config.data)]
        );
        onWillUnmount(() => this.chart?.destroy());
    }

    draw() {
        this.chart?.destroy();
        const { type, data, options } = this.props.config;
        const onClick = (_event, [hit]) => hit && this.props.onPick(hit.index, hit.datasetIndex);
        // eslint-disable-next-line no-undef
        this.chart = new Chart(this.canvas.el, { type, data, options: { ...options, onClick } });
    }
}
