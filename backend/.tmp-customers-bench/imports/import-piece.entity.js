var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Import } from "./import.entity.js";
/**
 * A piece of an uploaded file, as it came. In the database and not in a folder, so that any process can go on with the
 * import and a backup holds it. Removed when the import is over.
 */
let ImportPiece = class ImportPiece {
};
__decorate([
    ForeignKey(() => Import, { name: 'piece_import_exists', onDelete: 'CASCADE' }),
    PrimaryColumn('uuid'),
    __metadata("design:type", String)
], ImportPiece.prototype, "importId", void 0);
__decorate([
    PrimaryColumn('int'),
    __metadata("design:type", Number)
], ImportPiece.prototype, "position", void 0);
__decorate([
    Column('bytea'),
    __metadata("design:type", Buffer)
], ImportPiece.prototype, "content", void 0);
ImportPiece = __decorate([
    Entity('import_pieces')
], ImportPiece);
export { ImportPiece };
