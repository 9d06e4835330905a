package bursar.server.rooms;

import bursar.domain.Failure;
import bursar.domain.accounts.SignUpPolicy;
import bursar.server.data.DataFolder;
import bursar.server.http.FrontDoor;
import bursar.server.settings.ServerSettings;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.LoggerFactory;

/** A server that listens: its rooms and its front door. */
public final class RunningServer implements AutoCloseable {
  private final Rooms rooms;
  private final FrontDoor door;
  private final Optional<String> setUpCode;

  private RunningServer(Rooms rooms, FrontDoor door, Optional<String> setUpCode) {
    this.rooms = rooms;
    this.door = door;
    this.setUpCode = setUpCode;
  }

  /**
   * Opens the data folder and starts to listen. The rooms and the container start side by side; it listens when both are ready.
   *
   * @throws Failure if another process holds the folder
   */
  public static RunningServer start(ServerSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** The same by another clock. */
  public static RunningServer start(ServerSettings settings, InstantSource clock) {
    DataFolder folder = DataFolder.at(settings.data());
    if (!folder.take()) {
      throw new Failure("ValidationException", "Another Bursar works on " + folder.root() + " already"
          + folder.running().map(url -> ", and answers on " + url).orElse("") + ". End it first, or give another --data.");
    }
    SetupCode setupCode = SetupCode.fresh();
    var unused = LoggerFactory.getILoggerFactory(); // The log is set up before two threads write to it.
    CompletableFuture<Rooms> opening =
        CompletableFuture.supplyAsync(
            () -> Rooms.open(settings, folder, setupCode, clock), work -> Thread.ofPlatform().name("rooms").start(work));
    try {
      FrontDoor door = FrontDoor.open(settings, () -> opening.join().everyRequest());
      Rooms rooms = opening.join();
      folder.noteRunning(door.url());
      var _ = rooms.bucketChecks().begin();
      boolean unclaimed = settings.signUp() == SignUpPolicy.FIRST_ACCOUNT && rooms.accounts().list().isEmpty();
      return new RunningServer(rooms, door, unclaimed ? Optional.of(setupCode.code()) : Optional.empty());
    } catch (RuntimeException e) {
      throw ended(opening, folder, e);
    }
  }

  /** Closes the rooms if they opened, and tells why the start ended: the rooms' reason before the door's. */
  private static RuntimeException ended(CompletableFuture<Rooms> opening, DataFolder folder, RuntimeException doors) {
    try {
      opening.join().close();
      return doors;
    } catch (CompletionException e) {
      folder.close();
      return e.getCause() instanceof RuntimeException rooms ? rooms : e;
    }
  }

  /** Where it answers, such as {@code http://127.0.0.1:8080}. */
  public String url() {
    return door.url();
  }

  /** The code that lets a visitor from elsewhere claim the first account; empty when there is nothing to claim. */
  public Optional<String> setUpCode() {
    return setUpCode;
  }

  /** The rooms behind the door. */
  public Rooms rooms() {
    return rooms;
  }

  @Override
  public void close() {
    try {
      door.close();
    } finally {
      rooms.close();
    }
  }
}
