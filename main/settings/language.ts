/** The language that the system's environment asks for, as far as the app speaks it (POSIX.1-2024, section 8.2). */
export function languageOfSystem(environment: Readonly<Record<string, string | undefined>>): 'en' | 'zh-CN' {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean)
  return locale?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
