import { Button, Menu } from '@mantine/core'
import { ArrowDownWideNarrow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orders } from '../../../preload/contract/lists.ts'
import { useView } from '../../app/view.ts'

/** In which order stands what was found. */
export function OrderMenu() {
  const { t } = useTranslation('library')
  const order = useView((view) => view.order)
  const sort = useView((view) => view.sort)
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          flex="none"
          aria-label={t('order.label', { order: t(`order.${order}`) })}
          leftSection={<ArrowDownWideNarrow size="0.875rem" aria-hidden />}
        >
          {t(`order.${order}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={order} onChange={(chosen) => sort(chosen === 'relevance' ? chosen : 'time')}>
          {orders.map((name) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick>
              {t(`order.${name}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
