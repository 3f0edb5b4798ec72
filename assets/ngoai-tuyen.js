/* The offline copy: its worker is started once the page is there, but not on a connection
 * that is to be spared; and a page that came from the copy says so. */
(function () {
	"use strict";

	const line = document.querySelector("[data-ngoai-tuyen]");
	const workers = navigator.serviceWorker, { saveData, effectiveType } = navigator.connection || {};

	function tell() {
		line.hidden = false;
	}

	if (!workers)
		return;
	if (workers.controller) {
		workers.addEventListener("message", (event) => event.data === true && tell());
		workers.controller.postMessage(0);
		if (!navigator.onLine)
			tell();
	} else if (!saveData && !/2g/.test(effectiveType))
		addEventListener("load", () => workers.register(line.dataset.ngoaiTuyen).catch(() => {}));
})();
