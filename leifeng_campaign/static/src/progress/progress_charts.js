import { cookie } from "@web/core/browser/cookie";
import { getColor, getCustomColor } from "@web/core/colors/colors";
import { _t } from "@web/core/l10n/translation";

const { DateTime } = luxon;

function axis(options = {}) {
    const scheme = cookie.get("color_scheme");
    return {
        ticks: { color: getCustomColor(scheme, "#374151", "#e4e4e4"), precision: 0 },
        grid: { color: getCustomColor(scheme, "rgba(0,0,0,.08)", "rgba(255,255,255,.15)") },
        beginAtZero: true,
        ...options,
    };
}

function legend() {
    const color = getCustomColor(cookie.get("color_scheme"), "#111827", "#ffffff");
    return { position: "bottom", labels: { color, boxWidth: 14 } };
}

function bars(label, data, index) {
    const backgroundColor = getColor(index, cookie.get("color_scheme"), "odoo");
    return { label, data, backgroundColor, maxBarThickness: 28 };
}

/** People and attendances of each day or week, side by side. */
export function takingChart({ times }) {
    const label = (day) => DateTime.fromISO(day).toLocaleString({ month: "numeric", day: "numeric" });
    return {
        type: "bar",
        data: {
            labels: times.map(({ key }) => label(key)),
            datasets: [
                bars(_t("People"), times.map(({ people }) => people), 0),
                bars(_t("Times Taken Part"), times.map((each) => each.times), 1),
            ],
        },
        options: {
            maintainAspectRatio: false,
            animation: false,
            scales: { x: axis(), y: axis() },
            plugins: { legend: legend() },
        },
    };
}

/** Hours of each department in the campaign's order, its categories one after the other. */
export function hoursChart({ departments, hours }) {
    const rows = departments.filter((row) => row.hours);
    const known = new Set(departments.map((row) => row.department));
    const cells = new Map();
    for (const { department, category, hours: served } of hours.cells) {
        const key = `${known.has(department) ? department : 0}/${category}`;
        cells.set(key, (cells.get(key) || 0) + served);
    }
    const served = (key) => rows.map((row) => cells.get(`${row.department}/${key}`) || 0);
    return {
        type: "bar",
        rows,
        data: {
            labels: rows.map((row) => row.name || _t("Other Departments")),
            datasets: hours.categories.map(({ key, name }, index) =>
                bars(name || _t("Without a Category"), served(key), index)
            ),
        },
        options: {
            indexAxis: "y",
            maintainAspectRatio: false,
            animation: false,
            scales: { x: axis({ stacked: true }), y: axis({ stacked: true }) },
            plugins: { legend: legend() },
        },
    };
}
