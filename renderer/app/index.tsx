import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { setLanguage } from './language.ts'
import { pageNonce, tellNonce } from './nonce.ts'
import { theme } from './theme.ts'

tellNonce()
await setLanguage('en')
const root = document.querySelector('#root')
if (root === null) throw new TypeError('the page has no place for the window')
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <App />
    </MantineProvider>
  </StrictMode>
)
