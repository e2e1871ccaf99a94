const width = 720;
const height = 320;
const edge = { left: 56, right: 150, top: 16, bottom: 40 };
const colours = ['#2563eb', '#b45309', '#15803d', '#9333ea', '#be123c', '#0f766e'];
const marks = [0, 50, 90, 99, 99.9, 99.99];

/** Percentiles of several runs as one picture: how long the slowest share waits. Both axes are logarithmic. */
export function curves(runs) {
  const slowest = Math.max(...runs.flatMap(({ curve }) => curve.map(([, millis]) => millis)));
  const decades = [Math.floor(Math.log10(Math.max(0.1, Math.min(...runs.map(({ curve }) => curve[0][1]))))), Math.ceil(Math.log10(slowest))];
  const inner = { x: width - edge.left - edge.right, y: height - edge.top - edge.bottom };
  const x = (percent) => edge.left + (Math.min(4, -Math.log10(1 - Math.min(percent, 99.99) / 100)) / 4) * inner.x;
  const y = (millis) => edge.top + inner.y * (1 - (Math.log10(Math.max(millis, 10 ** decades[0])) - decades[0]) / (decades[1] - decades[0]));
  const text = (at, up, content, anchor) => `<text x="${at.toFixed(1)}" y="${up.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
  const grid = [
    ...marks.map((percent) => `<path d="M${x(percent).toFixed(1)} ${edge.top}V${height - edge.bottom}"/>`),
    ...Array.from({ length: decades[1] - decades[0] + 1 }, (_, at) => `<path d="M${edge.left} ${y(10 ** (decades[0] + at)).toFixed(1)}H${width - edge.right}"/>`),
  ];
  const labels = [
    ...marks.map((percent) => text(x(percent), height - edge.bottom + 16, `${percent} %`, 'middle')),
    ...Array.from({ length: decades[1] - decades[0] + 1 }, (_, at) => text(edge.left - 6, y(10 ** (decades[0] + at)) + 4, `${10 ** (decades[0] + at)} ms`, 'end')),
  ];
  const lines = runs.map(({ name, curve }, at) => {
    const points = curve.map(([percent, millis]) => `${x(percent).toFixed(1)},${y(millis).toFixed(1)}`).join(' ');
    const colour = colours[at % colours.length];
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`
      + `<g fill="${colour}">${text(width - edge.right + 8, edge.top + 14 + at * 18, name.replace(/[<&]/g, ''), 'start')}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" role="img">
<title>Response times by percentile</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<g stroke="#d4d4d8" fill="none">${grid.join('')}</g>
<g fill="#3f3f46">${labels.join('')}</g>
${lines.join('\n')}
</svg>
`;
}
