/** Reads and writes the form of the sheet; knows nothing of sending. */

const CELLS = ["time_in", "time_out", "break_minutes"];
export const RESULTS = [
    "people_served",
    "materials_handed_out",
    "extra_quantity",
    "extra_unit",
    "goods_given",
];

export class SheetPage {
    constructor(form) {
        this.form = form;
        this.resultsEl = form.querySelector(".o_leifeng_results");
    }

    rowEl(id) {
        return this.form.querySelector(`.o_leifeng_row[data-id="${CSS.escape(id)}"]`);
    }

    /** Whether a field in ``el`` says something else than the page that came. */
    isTouched(el) {
        return [...el.querySelectorAll("input:not([type=hidden])")].some((input) =>
            input.type === "radio"
                ? input.checked !== input.defaultChecked
                : input.value !== input.defaultValue
        );
    }

    input(name) {
        return this.form.querySelector(`[name="${CSS.escape(name)}"]`);
    }

    readRow(id) {
        const checked = this.form.querySelector(
            `[name="${CSS.escape(`attendance_${id}`)}"]:checked`
        );
        const row = { id: Number(id), seen: this.input(`seen_${id}`).value };
        row.attendance = checked ? checked.value : "pending";
        for (const cell of CELLS) {
            row[cell] = this.input(`${cell}_${id}`).value;
        }
        return row;
    }

    writeRow(id, values) {
        const radio = this.rowEl(id).querySelector(`[type=radio][value="${values.attendance}"]`);
        for (const other of this.rowEl(id).querySelectorAll("[type=radio]")) {
            other.checked = other === radio;
        }
        for (const cell of CELLS) {
            this.input(`${cell}_${id}`).value = values[cell];
        }
    }

    addRow(row) {
        const template = document.querySelector(".o_leifeng_row_template");
        if (!template || this.rowEl(row.id)) {
            return;
        }
        const holder = document.createElement("div");
        holder.innerHTML = template.innerHTML.replaceAll("__id__", String(Number(row.id)));
        const el = holder.firstElementChild;
        el.querySelector(".o_leifeng_name").textContent = row.name;
        el.querySelector(".o_leifeng_department").textContent = row.department;
        this.form.querySelector(".o_leifeng_rows").append(el);
        this.input(`seen_${row.id}`).value = row.seen;
        this.writeRow(row.id, row);
        this.form.querySelector("[data-leifeng=nobody]")?.remove();
    }

    readResults() {
        const results = { seen: this.input("result_seen").value };
        for (const name of RESULTS) {
            results[name] = this.input(`result_${name}`).value;
        }
        return results;
    }

    writeResults(values) {
        for (const name of RESULTS) {
            this.input(`result_${name}`).value = values[name];
        }
    }

    /** Say ``message`` beside a row or the results; ``asks`` shows the two buttons. */
    say(el, message, asks = false) {
        el.querySelector(".o_leifeng_message").textContent = message;
        el.querySelector(".o_leifeng_ask").hidden = !asks;
    }

    status(name) {
        for (const el of this.form.querySelectorAll(".o_leifeng_status [data-status]")) {
            el.hidden = el.dataset.status !== name;
        }
    }
}
