/**
 * The night, in one line: {@code ingest → check → aggregate → assess → protect → publish}. Enters:
 * a lake with deliveries. Leaves: a publication in force and the ledger that tells how it came
 * about; or the verdict on files that are not delivered yet. Refuses: a lake that another batch
 * holds, a day before that of a publication, and a batch whose rows do not add up.
 */
package jindu.run;
