// A member as its rules judge it.
import type { MemberFile } from '../member-model.ts'
import type { Of } from '../member-rules.ts'

export const ofMember = ({ standing, hats, departure, suspension, council, bodySits }: MemberFile): Of => ({ standing, hats, departure, suspension, council, bodySits })
