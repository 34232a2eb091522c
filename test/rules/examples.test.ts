/** Every rule of the built-in pack on its own examples and near misses, its alternatives, and the articles that guard it. */
import { describeRules } from '../../check/jest/index.js';

describeRules();
