/*
 * Repeats the head of a table on each page that the table goes on to. It runs in the program that
 * prints, which doesn't do so by itself and knows an old JavaScript: where the next row has no
 * room on the page, the table is cut, and the rest begins the next page under a copy of the head.
 */
(function () {
    var SPARE = 16; // pixels that stay free below, for what this reckons differently from the printer

    function top(element) {
        return element.getBoundingClientRect().top + window.pageYOffset;
    }

    function bottom(element) {
        return element.getBoundingClientRect().bottom + window.pageYOffset;
    }

    /** Columns stay as wide as they are, whichever rows a part has. */
    function holdColumns(table) {
        var cells = table.tHead.rows[0].cells;
        var widths = [];
        for (var i = 0; i < cells.length; i++) {
            widths.push(cells[i].getBoundingClientRect().width);
        }
        var all = table.getBoundingClientRect().width;
        for (i = 0; i < cells.length; i++) {
            cells[i].style.width = (100 * widths[i]) / all + "%";
        }
        table.style.tableLayout = "fixed";
    }

    /** The last row up to ``index`` that isn't within a cell of several rows; 0 for none. */
    function lastFree(rows, index) {
        var free = 0;
        var reach = 0; // the row after the cells so far
        for (var i = 0; i <= index; i++) {
            if (reach <= i) {
                free = i;
            }
            for (var j = 0; j < rows[i].cells.length; j++) {
                reach = Math.max(reach, i + rows[i].cells[j].rowSpan);
            }
        }
        return free;
    }

    /** Cut the table before row ``index``; return the part that begins the next page. */
    function cut(table, index) {
        var rest = table.cloneNode(false);
        var body = table.tBodies[0].cloneNode(false);
        rest.appendChild(table.tHead.cloneNode(true));
        rest.appendChild(body);
        rest.style.pageBreakBefore = "always";
        rest.style.marginTop = "0";
        while (table.tBodies[0].rows.length > index) {
            body.appendChild(table.tBodies[0].rows[index]);
        }
        if (table.tFoot) {
            rest.appendChild(table.tFoot);
        }
        table.style.marginBottom = "0";
        table.parentNode.insertBefore(rest, table.nextSibling);
        return rest;
    }

    /** Repeat the head of ``table`` where the page ends that began at ``begin``; return where the last one begins. */
    function repeat(table, begin, height) {
        while (top(table) - begin > height) {
            begin += height; // what stands before it goes on over several pages
        }
        if (bottom(table) - begin <= height) {
            return begin;
        }
        holdColumns(table);
        var rows = table.tBodies[0].rows;
        for (var i = 1; i < rows.length; i++) {
            if (bottom(rows[i]) - begin > height - SPARE) {
                var last = lastFree(rows, i);
                if (last) {
                    table = cut(table, last);
                    begin = top(table);
                    rows = table.tBodies[0].rows;
                    i = 0;
                }
            }
        }
        return begin;
    }

    function repeatAll() {
        var page = document.querySelector("[data-leifeng-page]");
        var height = Number(page.getAttribute("data-leifeng-page"));
        page.style.width = page.getAttribute("data-leifeng-width") + "px";
        var begin = 0;
        var found = document.querySelectorAll(".paper, .new, table.grid");
        for (var i = 0; i < found.length; i++) {
            if (found[i].tagName !== "TABLE") {
                begin = top(found[i]); // it begins a page
            } else if (found[i].tHead && found[i].tBodies.length === 1) {
                begin = repeat(found[i], begin, height);
            }
        }
    }

    window.onload = repeatAll;
})();
