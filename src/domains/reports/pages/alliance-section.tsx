// Beneath an alliance: its annual reports.
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { useViewer } from '#web/viewer.ts'
import { AnnualOf } from './annual-of.tsx'

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const viewer = useViewer()
  return <AnnualOf kind="alliance" id={alliance.id} mayFreeze={viewer !== null && !whyNotKeep(alliance, viewer)} />
}
