/** How many people wait for an answer of the office: the count at "Phiếu hỏi". */

import { useAsk } from '../../ask.ts';

export const useWaitingTickets = (): number => useAsk('tickets', {}).data?.counts.waiting ?? 0;
