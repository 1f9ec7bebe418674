import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaptureWaits } from '../../../preload/contract/app.ts'
import { useFormats } from '../../ui/useFormats.ts'
import classes from './DiagnosticsRoom.module.css'
import { rowsOf, type WaitRow } from './times.ts'

/** How long people waited in the last captures: a bar each, and the numbers beside them. */
export function CaptureTimes({ captures }: { readonly captures: readonly CaptureWaits[] }) {
  const { t } = useTranslation('diagnostics')
  const rows = rowsOf(captures)
  if (rows.length === 0) return null
  return (
    <section className={classes['group']}>
      <Title order={2} size="h5" className={classes['groupTitle'] ?? ''}>
        {t('times.title')}
      </Title>
      <table className={classes['times']}>
        <thead>
          <tr>
            <th scope="col">{t('times.wait')}</th>
            <th scope="col">{t('times.last', { count: rows[0]?.values.length ?? 0 })}</th>
            <th scope="col">{t('times.median')}</th>
            <th scope="col">{t('times.longest')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.wait} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row: { wait, median, longest, values } }: { readonly row: WaitRow }) {
  const { t } = useTranslation('diagnostics')
  const formats = useFormats()
  return (
    <tr>
      <th scope="row">{t(`times.${wait}`)}</th>
      <td>
        <Bars values={values} longest={longest} />
      </td>
      <td>{formats.duration(median)}</td>
      <td>{formats.duration(longest)}</td>
    </tr>
  )
}

const [width, gap, height] = [4, 2, 32]

/** The numbers beside it say what it shows. */
function Bars({ values, longest }: Pick<WaitRow, 'values' | 'longest'>) {
  return (
    <svg
      className={classes['bars']}
      width={values.length * (width + gap)}
      height={height}
      viewBox={`0 0 ${values.length * (width + gap)} ${height}`}
      aria-hidden
    >
      {values.map((value, place) => {
        const tall = value === undefined ? 0 : Math.max(1, (value / Math.max(1, longest)) * height)
        // A capture has no other name than its place in the row.
        return <rect key={`${place}`} x={place * (width + gap)} y={height - tall} width={width} height={tall} rx={1} />
      })}
    </svg>
  )
}
