import '@mantine/charts/styles.css'
import { AreaChart, BarChart, LineChart, PieChart, ScatterChart } from '@mantine/charts'
import { ColorSwatch, Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartData } from '../../../../preload/contract/library.ts'
import { type Plot, plotOf, shapeOf, withUnit } from './shape.ts'

/** Mantine's colours, told apart also by those who see fewer of them. */
const colours = [
  'lens.6',
  'orange.6',
  'teal.6',
  'grape.6',
  'yellow.6',
  'cyan.7',
  'red.6',
  'lime.7',
  'indigo.4',
  'pink.5',
  'gray.6',
  'green.8'
] as const

const height = 260

/** The table below has the same for the keyboard and for screen readers. */
const still = { accessibilityLayer: false }

/** The chart drawn anew from its data, to be compared with the picture. */
export function Chart({ chart }: { readonly chart: ChartData }) {
  const { t } = useTranslation('result')
  const plot = useMemo(() => plotOf(chart), [chart])
  const scale = shapeOf(chart) === 'pie' ? '' : withUnit(chart.y.title ?? '', chart.y.unit)
  return (
    <figure aria-label={t('chart', { title: chart.title ?? '' })} style={{ margin: '0 0 0.75rem' }}>
      {chart.title !== undefined && (
        <Text component="figcaption" size="sm" fw={600} mb="xs" ta="center">
          <bdi>{chart.title}</bdi>
        </Text>
      )}
      {/* Beside the axis it would stand on its numbers. */}
      {scale !== '' && (
        <Text size="xs" c="dimmed" mb={4}>
          <bdi>{scale}</bdi>
        </Text>
      )}
      <Drawn chart={chart} plot={plot} />
      {plot.left > 0 && (
        <Text size="xs" c="dimmed">
          {t('notDrawn', { count: plot.left })}
        </Text>
      )}
    </figure>
  )
}

function Drawn({ chart, plot }: { readonly chart: ChartData; readonly plot: Plot }) {
  const shape = shapeOf(chart)
  const points = plot.points.map((point) => ({ ...point }))
  const series = plot.series.map(({ key, name }, index) => ({
    name: key,
    label: name === '' ? (chart.y.title ?? '') : name,
    color: colourOf(index)
  }))
  const common = {
    h: height,
    data: points,
    dataKey: 'label',
    series,
    withLegend: series.length > 1,
    ...(chart.x.title === undefined ? {} : { xAxisLabel: chart.x.title }),
    ...(chart.y.unit === undefined ? {} : { unit: ` ${chart.y.unit}` }),
    yAxisProps: { width: 'auto' as const }
  }
  switch (shape) {
    case 'line':
      return <LineChart {...common} curveType="linear" connectNulls={false} lineChartProps={still} />
    case 'area':
      return <AreaChart {...common} curveType="linear" connectNulls={false} areaChartProps={still} />
    case 'pie':
      return <Pie rows={chart.rows} />
    case 'scatter':
      return (
        <ScatterChart
          scatterChartProps={still}
          h={height}
          withLegend={series.length > 1}
          dataKey={{ x: 'x', y: 'y' }}
          {...(chart.x.title === undefined ? {} : { xAxisLabel: chart.x.title })}
          data={series.map(({ name, label, color }) => ({
            name: label,
            color,
            data: points.flatMap((point) => {
              const y = point[name]
              return typeof y === 'number' ? [{ x: Number(String(point['label']).replaceAll(',', '')), y }] : []
            })
          }))}
        />
      )
    case 'bar':
      return <BarChart {...common} barChartProps={still} />
    default:
      return shape
  }
}

/** Slices with their names below: colours alone tell nobody what is what. */
function Pie({ rows }: Pick<ChartData, 'rows'>) {
  const slices = rows.map(({ label, values }, index) => ({
    name: label,
    value: values[0] ?? 0,
    color: colourOf(index)
  }))
  return (
    <>
      <PieChart
        h={height}
        w="100%"
        size={height - 60}
        withLabels
        withLabelsLine
        labelsType="percent"
        withTooltip
        pieChartProps={still}
        data={slices}
      />
      <Group gap="xs" justify="center">
        {slices.map(({ name, color }, index) => (
          <Group key={index} gap={6} wrap="nowrap">
            <ColorSwatch
              size="0.75rem"
              radius="sm"
              withShadow={false}
              color={`var(--mantine-color-${color.replace('.', '-')})`}
            />
            <Text size="xs">
              <bdi>{name}</bdi>
            </Text>
          </Group>
        ))}
      </Group>
    </>
  )
}

function colourOf(index: number): string {
  return colours[index % colours.length] ?? colours[0]
}
