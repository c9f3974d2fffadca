// The page of what one is told.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [{ path: '/notices', page: () => import('./notices.tsx') }]
