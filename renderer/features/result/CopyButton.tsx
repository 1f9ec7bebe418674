import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/IconButton.tsx'
import { notify } from '../../ui/notify.tsx'

interface Props {
  /** What is copied. */
  readonly text: () => string | Promise<string>
  readonly label: string
  readonly shortcut?: string
}

const shownFor = 1500

/** Copies, and says for a moment that it has. */
export function CopyButton({ text, label, shortcut }: Props) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setCopied(false), shownFor)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await text())
      setCopied(true)
    } catch (thrown) {
      notify.problem({ code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) })
    }
  }
  return (
    <IconButton
      size="md"
      icon={isCopied ? Check : Copy}
      label={isCopied ? t('copied') : label}
      {...(shortcut === undefined ? {} : { shortcut })}
      onClick={() => void copy()}
    />
  )
}
