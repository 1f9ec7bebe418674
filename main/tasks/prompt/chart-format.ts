import type { Wording } from './language.ts'

const shape =
  '{"title": "...", "type": "bar", "x": {"title": "...", "unit": "..."}, "y": {"title": "...", "unit": "..."}, "series": [{"name": "...", "unit": "..."}], "rows": [{"label": "...", "values": [1.5, null]}]}'

/** Asks for a chart as JSON in the shape of `ChartData`. */
export const chartFormat: Wording = {
  en: `Answer with one JSON object and nothing else, of this form:
${shape}
- type: bar, line, area, pie, scatter or another word for the kind of chart.
- rows: one for each place on the x axis, bar or slice, in the order of the chart; values: one for each series, in the order of series. A chart without a legend has one series.
- Values are plain numbers without units and thousands separators; 12.5 % is 12.5 with the unit "%". Take printed values exactly; where none are printed, estimate them from the axis. Write null where a series has no value.
- Texts as they stand in the chart, not translated. Leave out titles and units that it does not show.`,
  'zh-CN': `只回答一个 JSON 对象，格式如下：
${shape}
- type：bar、line、area、pie、scatter 或其他表示图表类型的英文词。
- rows：横轴上的每个位置、每根柱或每个扇区一项，按图中的顺序；values：每个系列一个值，与 series 的顺序一致。没有图例的图表只有一个系列。
- 数值只写数字，不带单位和千位分隔符；12.5 % 写作 12.5，单位为 "%"。图中标出的数值必须照抄；没有标出的按坐标轴估计。某系列没有值时写 null。
- 文字照抄图中原文，不要翻译。图中没有的标题和单位不要写。`
}
