import { runService } from '../src/run-service.js';
import { demoService } from './demo-service.js';

await runService(demoService);
