// The page a day begins with.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [{ path: '/', page: () => import('./today.tsx') }]
