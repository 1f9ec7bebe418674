import { useEffect } from 'react'
import { act } from '../act.ts'
import { wordsIn } from '../words.ts'
import { Pinned } from './Pinned.tsx'
import { TextPanel } from './TextPanel.tsx'
import { usePanel } from './usePanel.ts'

/** The page of a panel: a captured text with its picture, or a picture alone. Escape closes it. */
export function Panel() {
  const { scene, answer, asked } = usePanel()
  useEffect(() => {
    const onKeyDown = ({ key, isComposing }: KeyboardEvent): void => {
      if (key === 'Escape' && !isComposing) act({ kind: 'escape' })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  const language = scene?.language
  useEffect(() => {
    if (language !== undefined) document.documentElement.lang = language
  }, [language])

  if (scene === undefined) return null
  const words = wordsIn(scene.language)
  return scene.entry === undefined ? (
    <Pinned scene={scene} words={words} />
  ) : (
    <TextPanel scene={scene} entry={scene.entry} words={words} answer={answer} onAsked={asked} />
  )
}
