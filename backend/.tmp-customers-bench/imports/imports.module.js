var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Module } from '@nestjs/common';
import { ImportReads } from "./import-reads.js";
import { ImportsController } from "./imports.controller.js";
import { Imports } from "./imports.js";
import { ImportWork } from "./running/import-work.js";
/** Customers and communications out of files. */
let ImportsModule = class ImportsModule {
};
ImportsModule = __decorate([
    Module({ controllers: [ImportsController], providers: [ImportReads, ImportWork, Imports], exports: [Imports] })
], ImportsModule);
export { ImportsModule };
