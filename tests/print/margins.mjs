// margins.mjs - is there something in the margins of printed pages, where a printer cuts it
// off? Reads grey pictures (PGM) of A4 pages, as pdftoppm -gray makes them.
//
//	node margins.mjs PAGE.pgm...
import { readFileSync } from "node:fs";

const A4_MM = [210, 297];
const FREE_MM = 8; // no office printer needs more
const WHITE = 250;

// "P5 WIDTH HEIGHT 255 " and a byte for each point
const read = (path) => {
	const bytes = readFileSync(path);
	const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 32).toString("latin1"));
	const [width, height] = [Number(head[1]), Number(head[2])];
	return { width, height, points: bytes.subarray(head[0].length) };
};

const inkOutside = ({ width, height, points }) => {
	const free = Math.floor((FREE_MM * width) / A4_MM[0]);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const inside = x >= free && x < width - free && y >= free && y < height - free;
			if (!inside && points[y * width + x] < WHITE) {
				return `ink ${x}, ${y} points from the corner`;
			}
		}
	}
	return null;
};

const isA4 = ({ width, height }) => Math.abs(height / width - A4_MM[1] / A4_MM[0]) < 0.01;

let failed = 0;
for (const path of process.argv.slice(2)) {
	const picture = read(path);
	const wrong = isA4(picture) ? inkOutside(picture) : "the page is not A4, portrait";
	if (wrong) {
		failed++;
		console.log(`${path}: ${wrong}`);
	}
}
console.log(`${process.argv.length - 2 - failed} passed, ${failed} failed`);
process.exit(failed || process.argv.length === 2 ? 1 : 0);
