import { Button, Menu, Title } from '@mantine/core'
import { Eye, FilePlus2, Files, FolderPlus, Layers } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Taken } from '../../../preload/contract/app.ts'
import { bridge, settled } from '../../app/bridge.ts'
import { takeIn } from '../../app/intake.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { notify } from '../../ui/notify.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { BatchList } from './BatchList.tsx'
import classes from './BatchRoom.module.css'
import { BatchView } from './BatchView.tsx'
import { QueueLine } from './QueueLine.tsx'
import { useChosen } from './useChosen.ts'
import { useStatus } from './useStatus.ts'
import { WatchDialog } from './WatchDialog.tsx'

type Folder = Extract<Taken, { kind: 'folder' }>

/** Many pictures at once: folders, files, pages of documents, and folders that are watched. */
export function BatchRoom() {
  const { t } = useTranslation('batch')
  const wished = useChosen((chosen) => chosen.batch)
  const { status, problem, look } = useStatus(wished)
  const [folder, setFolder] = useState<Folder>()
  const watch = async (): Promise<void> => {
    const taken = await settled(bridge().app.take({ from: 'dialog', what: 'folder' }))
    if (!taken.ok) return notify.problem(taken.problem)
    setFolder(taken.value.find((item) => item.kind === 'folder'))
  }
  const chosen = status?.batches.find(({ id }) => id === wished) ?? status?.batches[0]
  return (
    <div className={classes['room']}>
      <header className={classes['title']}>
        <Title order={1} size="h3">
          {t('title')}
        </Title>
        <NewBatch watch={() => void watch()} />
      </header>
      {problem !== undefined && <ProblemView problem={problem} retry={look} />}
      {status === undefined && problem === undefined && <Waiting words={t('loading')} />}
      {status !== undefined && <QueueLine status={status} />}
      {status !== undefined && chosen === undefined && (
        <EmptyState icon={Layers} title={t('empty.title')} text={t('empty.text')} />
      )}
      {status !== undefined && chosen !== undefined && (
        <div className={classes['split']}>
          <BatchList
            batches={status.batches}
            chosen={chosen.id}
            choose={(batch) => useChosen.setState({ batch, files: 'all' })}
          />
          <BatchView key={chosen.id} batch={chosen} status={status} />
        </div>
      )}
      {folder !== undefined && <WatchDialog folder={folder} close={() => setFolder(undefined)} />}
    </div>
  )
}

function NewBatch({ watch }: { readonly watch: () => void }) {
  const { t } = useTranslation('batch')
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button leftSection={<FilePlus2 size="1rem" aria-hidden />}>{t('new.label')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<FolderPlus size="1rem" aria-hidden />}
          onClick={() => void takeIn({ from: 'dialog', what: 'folder' })}
        >
          {t('new.folder')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Files size="1rem" aria-hidden />}
          onClick={() => void takeIn({ from: 'dialog', what: 'files' })}
        >
          {t('new.files')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Eye size="1rem" aria-hidden />} onClick={watch}>
          {t('new.watch')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
