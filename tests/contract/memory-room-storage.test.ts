import { MemoryRoomStorage } from "../../src/adapters/memory/memory-room-storage.ts";
import { roomStorageSuite } from "./room-storage-suite.ts";

roomStorageSuite("MemoryRoomStorage", async (work) => work(new MemoryRoomStorage()));
