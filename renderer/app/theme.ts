import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The one accent: ink under a lens. */
const lens: MantineColorsTuple = [
  '#eef3ff',
  '#dce4f7',
  '#b6c6ec',
  '#8ea6e1',
  '#6c8ad8',
  '#5679d3',
  '#4a70d1',
  '#3b5fb9',
  '#3254a6',
  '#254893'
]

export const theme = createTheme({
  primaryColor: 'lens',
  // Lighter shades do not have the contrast that WCAG AA asks for.
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  colors: { lens },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif',
  components: {
    Accordion: { defaultProps: { styles: { item: { borderColor: 'var(--window-line)' } } } },
    Badge: { defaultProps: { tt: 'none', fw: 500 } },
    // A thing in a menu that is no item of it confuses screen readers.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.3 },
        styles: { title: { fontWeight: 600 } },
        transitionProps: { duration: 120 }
      }
    },
    Spotlight: { defaultProps: { overlayProps: { backgroundOpacity: 0.3, blur: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } }
  },
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace'
})
