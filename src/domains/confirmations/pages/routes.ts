// The pages of confirmations.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [{ path: '/confirmations/$id', page: () => import('./claim.tsx') }]
