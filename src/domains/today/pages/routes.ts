// The page a day begins with, and the calendar.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/', page: () => import('./today.tsx') },
  { path: '/calendar', page: () => import('./calendar.tsx') },
]
