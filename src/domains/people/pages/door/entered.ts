// After the door: everything is asked anew, and the person goes where they were going.
import { useNavigate } from '@tanstack/react-router'
import { insideOnly, one, useAddress } from '#web/address.ts'
import { useViewerChanged } from '#web/viewer.ts'

export function useEntered(): () => Promise<void> {
  const changed = useViewerChanged()
  const navigate = useNavigate()
  const [address] = useAddress()
  return async () => {
    await changed()
    await navigate({ href: insideOnly(one(address['to'])), replace: true })
  }
}
