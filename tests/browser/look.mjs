// What is looked for within a page: functions that run there and give a list of words, empty when
// all is well; and, at the end, what is noted while a page is used.

// Sideways scrolling; what sticks out of the window; boxes that cut their text off; texts that
// lie on each other; things to press that are smaller than 24 px.
export function layout_faults() {
	const faults = []
	const wide = document.documentElement.clientWidth
	const name = el =>
		`<${el.localName}${el.className?.length ? ` class="${el.className}"` : ''}> "${el.textContent.trim().slice(0, 40)}"`
	const scrolls = el => /auto|scroll/.test(getComputedStyle(el).overflowX)
	const within_scroller = el => {
		for (let up = el; up && up !== document.body; up = up.parentElement)
			if (up.localName !== 'svg' && scrolls(up)) return true
		return false
	}
	const hidden_for_eyes = el => {
		for (let up = el; up; up = up.parentElement) {
			const style = getComputedStyle(up)
			if (style.clipPath === 'inset(50%)' || style.clip === 'rect(0px, 0px, 0px, 0px)')
				return true
		}
		return false
	}

	if (document.documentElement.scrollWidth > wide)
		faults.push(`${document.documentElement.scrollWidth} px wide in a window of ${wide}`)

	const texts = []
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	for (let node; (node = walker.nextNode());) {
		const el = node.parentElement
		if (
			!node.data.trim() ||
			!el.checkVisibility({ visibilityProperty: true, opacityProperty: true })
		)
			continue
		if (/^(title|desc|option|script|noscript|style)$/.test(el.localName) || hidden_for_eyes(el))
			continue
		const range = document.createRange()
		range.selectNodeContents(node)
		for (const box of range.getClientRects()) {
			if (box.width < 1 || box.height < 1 || box.bottom + scrollY < 0) continue
			const inside = within_scroller(el)
			if (!inside && (box.right > wide + 1 || box.left < -1))
				faults.push(`out of the window: ${name(el)}`)
			// The middle half of a line: marks above and below may come near the next.
			const trim = box.height / 4
			texts.push({
				el,
				node,
				inside,
				left: box.left + 1,
				right: box.right - 1,
				top: box.top + trim,
				bottom: box.bottom - trim,
			})
		}
	}
	texts.sort((a, b) => a.top - b.top)
	for (let i = 0; i < texts.length; i++)
		for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom; j++) {
			const a = texts[i]
			const b = texts[j]
			if (a.node === b.node || (a.inside && !b.inside) || (b.inside && !a.inside)) continue
			if (a.left < b.right && b.left < a.right)
				faults.push(`${name(a.el)} lies on ${name(b.el)}`)
		}

	for (const el of document.body.querySelectorAll('*')) {
		if (!el.checkVisibility() || el.closest('svg') || hidden_for_eyes(el)) continue
		const style = getComputedStyle(el)
		const cuts = at => /hidden|clip/.test(at)
		if (!el.textContent.trim()) continue
		if (cuts(style.overflowX) && el.scrollWidth > el.clientWidth + 1)
			faults.push(`cut off: ${name(el)}`)
		if (cuts(style.overflowY) && el.scrollHeight > el.clientHeight + 1)
			faults.push(`cut off below: ${name(el)}`)
	}

	// A link within a sentence may be as low as its line.
	for (const el of document.querySelectorAll(
		'a[href], button, summary, select, input:not([type=hidden], :disabled)',
	)) {
		if (!el.checkVisibility({ visibilityProperty: true }) || hidden_for_eyes(el)) continue
		if (el.localName === 'a' && getComputedStyle(el).display === 'inline' && !el.closest('nav'))
			continue
		if (getComputedStyle(el).position === 'absolute' && el.getBoundingClientRect().bottom < 0)
			continue
		const { width, height } = (
			el.labels?.[0]?.contains(el) ? el.labels[0] : el
		).getBoundingClientRect()
		if (width < 24 || height < 23.5)
			faults.push(`${width.toFixed()}x${height.toFixed()} px to press: ${name(el)}`)
	}
	return [...new Set(faults)]
}

// Each thing that the keyboard reaches shows an outline and nothing lies on it.
export function covered_focus() {
	const faults = []
	const name = el =>
		`<${el.localName} class="${el.className}"> "${el.textContent.trim().slice(0, 40)}"`
	document.documentElement.style.scrollBehavior = 'auto'
	for (const el of document.querySelectorAll(
		'a[href], button, summary, select, input:not([type=hidden]), textarea, [tabindex="0"]',
	)) {
		if (!el.checkVisibility({ visibilityProperty: true }) || el.disabled) continue
		el.focus()
		if (document.activeElement !== el) {
			faults.push(`cannot be reached: ${name(el)}`)
			continue
		}
		const style = getComputedStyle(el)
		const shown =
			/solid|double|dashed|auto/.test(style.outlineStyle) && parseFloat(style.outlineWidth) >= 2
		if (!shown) faults.push(`no outline: ${name(el)}: ${style.outline}`)
		const box = [...el.getClientRects()].find(one => one.width > 0 && one.height > 0)
		if (!box) {
			faults.push(`nowhere: ${name(el)}`)
			continue
		}
		const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2
		const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2
		const top = document.elementFromPoint(x, y)
		if (!top || !(el.contains(top) || top.contains(el) || top.closest('label')?.contains(el)))
			faults.push(
				`${top ? name(top) : 'nothing'} lies on ${name(el)} at ${x.toFixed()},${y.toFixed()}`,
			)
	}
	document.activeElement?.blur()
	document.documentElement.style.scrollBehavior = ''
	return faults
}

// Animations that run and transitions that would, by somebody who asked for none.
export function moving() {
	const faults = document
		.getAnimations()
		.filter(one => one.effect.getTiming().duration > 0)
		.map(one => `an animation of ${one.effect.target?.className}`)
	if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth')
		faults.push('smooth scrolling')
	for (const el of document.querySelectorAll('*')) {
		const style = getComputedStyle(el)
		const lasts = Math.max(
			...style.transitionDuration.split(',').map(parseFloat),
			...style.animationDuration.split(',').map(one => parseFloat(one) || 0),
		)
		if (lasts > 0.01 && style.transitionProperty !== 'none')
			faults.push(`${el.localName} ${el.className}: ${lasts} s`)
	}
	return faults
}

// With the system's few colours, what is marked by its ground alone would be gone: buttons,
// labels, boxes to tick and the bars of charts must have a border or a colour of the system.
export function forced_faults() {
	const faults = []
	const name = el =>
		`<${el.localName} class="${el.className?.baseVal ?? el.className}"> "${el.textContent.trim().slice(0, 40)}"`
	const ground = getComputedStyle(document.documentElement).backgroundColor
	for (const el of document.querySelectorAll(
		'.nut, span.nhan, button, input:not([type=hidden])',
	)) {
		if (!el.checkVisibility()) continue
		const style = getComputedStyle(el)
		const edged = style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0
		if (!edged && style.appearance === 'none' && style.backgroundColor === ground)
			faults.push(`no edge: ${name(el)}`)
	}
	for (const el of document.querySelectorAll('svg rect, svg path, svg circle')) {
		if (!el.checkVisibility() || el.closest('clipPath, defs')) continue
		const { fill, stroke } = getComputedStyle(el)
		const gone = paint => paint === 'none' || paint === ground || paint === 'rgba(0, 0, 0, 0)'
		if (gone(fill) && gone(stroke) && !el.closest('.ma-qr, .qr'))
			faults.push(`not to be seen: ${name(el)} of ${el.closest('svg').getAttribute('class')}`)
	}
	for (const el of document.querySelectorAll('body *')) {
		const own = [...el.childNodes].some(node => node.nodeType === 3 && node.data.trim())
		if (!own || !el.checkVisibility() || el.closest('svg')) continue
		const style = getComputedStyle(el)
		if (style.color === style.backgroundColor) faults.push(`ink on ink: ${name(el)}`)
	}
	return faults
}

// Runs before the page's own scripts; what it notes stands in shifts and refused.
export function watch() {
	globalThis.shifts = []
	globalThis.refused = []
	new PerformanceObserver(list => {
		for (const { value, sources } of list.getEntries())
			globalThis.shifts.push(
				`${value.toFixed(4)} ${sources?.[0]?.node?.outerHTML?.slice(0, 80)}`,
			)
	}).observe({ type: 'layout-shift', buffered: true })
	document.addEventListener('securitypolicyviolation', event =>
		globalThis.refused.push(`${event.violatedDirective} ${event.blockedURI}`),
	)
}

// What the page does that it should not: {said: [], asked: []}, filled while it is used.
export function listen(page, origin) {
	const heard = { said: [], asked: [] }
	page.on('console', message => heard.said.push(message.text()))
	page.on('pageerror', error => heard.said.push(error.message))
	page.on('request', request => {
		const url = request.url()
		if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) heard.asked.push(url)
	})
	page.on('response', response => {
		if (response.status() >= 400) heard.said.push(`${response.status()} ${response.url()}`)
	})
	return heard
}
