/* When a dossier is answered: the page tinh-ngay-tra/ for the reader's own day and term.
 *
 * The rules are those of the program (src/viet/term.h): the day of receipt is not counted;
 * what comes late counts as received on the next working day; a term in days or months that
 * ends on a day off ends on the next working day; and beyond the years whose days off are
 * known there is no answer. Which days are off stands in the form's data attributes.
 *
 * A day is a number, days since 1970-01-01, so that no time zone comes into it. */
(function () {
	"use strict";

	var DAY = 24 * 60 * 60 * 1000;
	var AMOUNT_MAX = 10000;

	/* "2026-11-24" as a number; NaN when there is no such day. */
	function dayOf(text) {
		var m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
		var day = m ? Date.UTC(+m[1], m[2] - 1, +m[3]) / DAY : NaN;

		return m && textOf(day) === text ? day : NaN;
	}

	function textOf(day) {
		return new Date(day * DAY).toISOString().slice(0, 10);
	}

	function setOf(words, convert) {
		var set = {};

		words.split(/\s+/).forEach(function (word) {
			if (word)
				set[convert(word)] = true;
		});
		return set;
	}

	/* years "2025 2026", off and worked "2026-01-01 2026-01-02" */
	function calendarOf(years, off, worked) {
		return {
			years: setOf(years, Number),
			off: setOf(off, dayOf),
			worked: setOf(worked, dayOf)
		};
	}

	function covers(calendar, day) {
		return calendar.years[new Date(day * DAY).getUTCFullYear()] === true;
	}

	function isWorking(calendar, day) {
		var weekday = new Date(day * DAY).getUTCDay();

		if (calendar.off[day])
			return false;
		return (weekday > 0 && weekday < 6) || calendar.worked[day] === true;
	}

	/* The n-th working day after a day; NaN beyond the calendar. */
	function addWorkingDays(calendar, day, n) {
		while (n > 0) {
			day++;
			if (!covers(calendar, day))
				return NaN;
			if (isWorking(calendar, day))
				n--;
		}
		return day;
	}

	/* The same day of a later month, or the last of a shorter one. */
	function addMonths(day, n) {
		var d = new Date(day * DAY);
		var year = d.getUTCFullYear(), month = d.getUTCMonth() + n;
		var last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

		return Date.UTC(year, month, Math.min(d.getUTCDate(), last)) / DAY;
	}

	function endOf(calendar, day, amount, unit) {
		if (unit === "ngay-lam-viec")
			return addWorkingDays(calendar, day, amount);
		return unit === "thang" ? addMonths(day, amount) : day + amount;
	}

	function roll(calendar, day) {
		if (!covers(calendar, day))
			return NaN;
		return isWorking(calendar, day) ? day : addWorkingDays(calendar, day, 1);
	}

	/* The day of the result, as "2026-11-30"; "" when it leaves the calendar. */
	function dueDay(calendar, received, amount, unit, late) {
		var day = dayOf(received);

		if (!covers(calendar, day))
			return "";
		if (late)
			day = addWorkingDays(calendar, day, 1);
		day = roll(calendar, endOf(calendar, day, amount, unit));
		return isNaN(day) ? "" : textOf(day);
	}

	function wholeNumber(text) {
		var n = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;

		return n >= 1 && n <= AMOUNT_MAX ? n : NaN;
	}

	var WEEKDAYS = ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu",
		"thứ bảy"];

	/* "thứ hai, ngày 30/11/2026" */
	function spoken(text) {
		var day = new Date(dayOf(text) * DAY);

		return WEEKDAYS[day.getUTCDay()] + ", ngày " + day.getUTCDate() + "/" +
			(day.getUTCMonth() + 1) + "/" + day.getUTCFullYear();
	}

	/* Show the one answer of this name, and hide the others. */
	function show(form, name, text) {
		form.querySelectorAll("[data-khi]").forEach(function (answer) {
			var place = answer.querySelector("[data-ngay]");

			answer.hidden = answer.getAttribute("data-khi") !== name;
			if (place && !answer.hidden)
				place.textContent = text;
		});
	}

	function answer(form, calendar) {
		var received = form.elements.ngay_nhan.value;
		var amount = wholeNumber(form.elements.so.value);
		var due;

		if (isNaN(dayOf(received)) || isNaN(amount)) {
			show(form, "thieu");
			return;
		}
		due = dueDay(calendar, received, amount, form.elements.don_vi.value,
			form.elements.sau_gio.checked);
		if (due)
			show(form, "tra", spoken(due));
		else
			show(form, "ngoai");
	}

	/* A procedure that was chosen gives its term. */
	function fill(form) {
		var chosen = form.elements.thu_tuc ? form.elements.thu_tuc.value.split(" ") : [];

		if (chosen.length === 2) {
			form.elements.so.value = chosen[0];
			form.elements.don_vi.value = chosen[1];
		}
	}

	function start(form) {
		var data = form.dataset;
		var calendar = calendarOf(data.nam || "", data.nghi || "", data.lamBu || "");

		function update(event) {
			if (event && event.type === "submit")
				event.preventDefault();
			if (event && event.target === form.elements.thu_tuc)
				fill(form);
			answer(form, calendar);
		}

		form.addEventListener("submit", update);
		form.addEventListener("input", update);
		form.hidden = false;
		update();
	}

	if (typeof document === "object") {
		document.querySelectorAll("form[data-tinh-ngay-tra]").forEach(start);
	} else {
		module.exports = { calendarOf: calendarOf, dueDay: dueDay, spoken: spoken };
	}
})();
