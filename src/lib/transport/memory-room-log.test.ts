import { memoryRoomLog } from './memory-room-log.ts';
import { describeRoomLog } from './room-log.contract.ts';

describeRoomLog('memory', () => Promise.resolve(memoryRoomLog()));
