// The pages of plans and indicators.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/indicators', page: () => import('./indicators.tsx') },
  { path: '/indicators/list', page: () => import('./indicator-list.tsx') },
]
