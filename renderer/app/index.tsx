import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './window.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { applyAppearance, rememberedAppearance } from './appearance.ts'
import { setLanguage } from './language.ts'
import { tellNonce } from './nonce.ts'
import { followSettings } from './settings.ts'
import { loadStart } from './start.ts'

tellNonce()
void loadStart()
followSettings()
const remembered = rememberedAppearance(localStorage, navigator.language)
applyAppearance(document.documentElement, remembered)
await setLanguage(remembered.language)
const root = document.querySelector('#root')
if (root === null) throw new TypeError('the page has no place for the window')
createRoot(root).render(
  <StrictMode>
    <App remembered={remembered} />
  </StrictMode>
)
